/**
 * Turns an experiment file (YAML, with overrides) into an {@link
 * dev.inputmethod.experiment.Experiment}, its search space and its trials' configurations, and
 * finds every mistake in it. Used by the sweep; depends on package {@code yaml}.
 */
@NullMarked
package dev.inputmethod.experiment;

import org.jspecify.annotations.NullMarked;
