/**
 * Converts dialogue files into a segmented, split and encoded corpus on disk, and computes
 * baselines from word counts. Used by task, training, sweep and engine; depends on no other package
 * of the engine.
 *
 * <p>Apart from one entry per distinct word, memory does not grow with the corpus: dialogues are
 * streamed, and encoded files are mapped.
 */
@NullMarked
package dev.inputmethod.corpus;

import org.jspecify.annotations.NullMarked;
