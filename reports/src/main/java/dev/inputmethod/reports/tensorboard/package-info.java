/**
 * Turns a trial's measurements, while it trains, and an experiment's search space into event files
 * that TensorBoard reads. Used by the engine; depends on {@code record}, {@code comparison}, {@code
 * gradient} and protobuf only.
 */
@NullMarked
package dev.inputmethod.reports.tensorboard;

import org.jspecify.annotations.NullMarked;
