/**
 * Turns dialogue files into a segmented, split and encoded corpus on disk, and says how well
 * counting words alone would predict it. Used by the task and the doors; depends on no other
 * package of the engine.
 *
 * <p>Memory does not grow with the corpus, but for one entry a distinct word: dialogues are
 * streamed, and what is encoded is mapped, not loaded.
 */
@NullMarked
package dev.inputmethod.corpus;

import org.jspecify.annotations.NullMarked;
