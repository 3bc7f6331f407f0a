/**
 * Trains one trial, measures it, evaluates it and writes its record. Used by the sweep; depends on
 * experiment, corpus, task, model and probe.
 */
@NullMarked
package dev.inputmethod.training;

import org.jspecify.annotations.NullMarked;
