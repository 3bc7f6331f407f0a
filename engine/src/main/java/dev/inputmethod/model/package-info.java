/**
 * Turns a configuration into a network that steps, scores, predicts, saves and loads. Used by
 * training and sweep; depends on experiment, kernel, layer and task.
 */
@NullMarked
package dev.inputmethod.model;

import org.jspecify.annotations.NullMarked;
