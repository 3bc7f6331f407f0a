/**
 * Turns an experiment into finished trials, run by worker processes. Used by the doors; may use
 * every package but batch.
 */
@NullMarked
package dev.inputmethod.sweep;

import org.jspecify.annotations.NullMarked;
