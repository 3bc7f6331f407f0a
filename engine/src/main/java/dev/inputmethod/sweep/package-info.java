/**
 * Turns an experiment into finished trials, run by worker processes. May use every package but
 * engine and batch.
 */
@NullMarked
package dev.inputmethod.sweep;

import org.jspecify.annotations.NullMarked;
