/**
 * What is learned: turns a corpus, or random numbers, into batches of inputs and targets, and
 * answers into metrics. Used by the model and the training loop; depends on corpus and random.
 */
@NullMarked
package dev.inputmethod.task;

import org.jspecify.annotations.NullMarked;
