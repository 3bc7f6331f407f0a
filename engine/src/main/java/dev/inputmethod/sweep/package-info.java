/**
 * Runs the trials of an experiment in worker processes, and uses finished trials. Used by engine
 * and batch; may use every package except those.
 */
@NullMarked
package dev.inputmethod.sweep;

import org.jspecify.annotations.NullMarked;
