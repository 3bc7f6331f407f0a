/**
 * What is learned: turns a corpus into batches of contexts and targets. Used by the model and the
 * training loop; depends on the corpus.
 */
@NullMarked
package dev.inputmethod.task;

import org.jspecify.annotations.NullMarked;
