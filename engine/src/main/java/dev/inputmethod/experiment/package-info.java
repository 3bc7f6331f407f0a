/**
 * Reads experiment files (YAML, with overrides) into {@link dev.inputmethod.experiment.Experiment}s
 * with their search spaces and configurations, and reports every mistake in them. Used by model,
 * training, sweep, engine and batch; depends on package {@code yaml}.
 */
@NullMarked
package dev.inputmethod.experiment;

import org.jspecify.annotations.NullMarked;
