/**
 * What the Maven goals and the batch tool call: runs experiments, evaluates trials and predicts
 * with them, and reports progress to a listener. Never prints. Used by batch and the plugin; may
 * use every other package except batch.
 */
@NullMarked
package dev.inputmethod.engine;

import org.jspecify.annotations.NullMarked;
