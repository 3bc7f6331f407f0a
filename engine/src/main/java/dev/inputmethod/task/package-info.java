/**
 * What is learned: turns a corpus, or nothing but numbers drawn, into batches of inputs and
 * targets, and answers into figures. Used by the model and the training loop; depends on the
 * corpus.
 */
@NullMarked
package dev.inputmethod.task;

import org.jspecify.annotations.NullMarked;
