/**
 * Turns what is observed while a network backpropagates into measurements. Used by training; may
 * use layer, model and task, and of the reports their records and {@code gradient}.
 */
@NullMarked
package dev.inputmethod.probe;

import org.jspecify.annotations.NullMarked;
