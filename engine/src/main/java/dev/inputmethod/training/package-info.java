/**
 * Trains one trial, evaluates it and measures it. Used by the sweep; depends on task, model and
 * probe.
 */
@NullMarked
package dev.inputmethod.training;

import org.jspecify.annotations.NullMarked;
