package dev.inputmethod.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * The targets of a split, each with the words before it. Every word of an utterance but its first
 * is a target, whatever the context length is. Reads mapped files; safe for many threads.
 */
public final class Windows {
  private final MappedNumbers words;
  private final MappedNumbers index;
  private final long size;

  private Windows(MappedNumbers words, MappedNumbers index, long size) {
    this.words = words;
    this.index = index;
    this.size = size;
  }

  static Windows open(Path directory, String name, long size) throws IOException {
    return new Windows(
        MappedNumbers.open(directory.resolve(SplitWriter.wordsFile(name))),
        MappedNumbers.open(directory.resolve(SplitWriter.indexFile(name))),
        size);
  }

  /** How many targets there are. */
  public long size() {
    return size;
  }

  /**
   * Reads one window into row {@code row} of a batch.
   *
   * @param window from 0 to {@link #size()} − 1, in the order of the corpus
   * @param contexts {@code [rows, contextLength]}, row-major: gets the ids of the last words before
   *     the target, padded on the left with id 0
   * @param targets {@code [rows]}: gets the target's id, 0 when it is not in the vocabulary
   * @param padding {@code [rows]}: gets the number of padded slots
   */
  public void read(
      long window, int contextLength, int[] contexts, int[] targets, int[] padding, int row) {
    long position = position(window);
    int from = row * contextLength;
    int slot = from + contextLength;
    long at = position;
    boolean more = true;
    while (more && slot > from) {
      int code = words.intAt(--at);
      contexts[--slot] = WordCode.id(code);
      more = !WordCode.startsContext(code);
    }
    Arrays.fill(contexts, from, slot, Vocabulary.UNKNOWN_ID);
    targets[row] = WordCode.id(words.intAt(position));
    padding[row] = slot - from;
  }

  /** Where a target stands among the words. */
  private long position(long window) {
    Objects.checkIndex(window, size);
    long position = index.longAt(window / SplitWriter.INDEX_STEP);
    for (int behind = (int) (window % SplitWriter.INDEX_STEP); behind > 0; ) {
      position++;
      behind -= WordCode.isTarget(words.intAt(position)) ? 1 : 0;
    }
    return position;
  }

  /** The same words as the dialogues, or utterances, that they come from. */
  public Sequences sequences() {
    return new Sequences(words);
  }

  /** The ids of every target and the word before it, in order: what a bigram sees. */
  void forEachPair(PairSink sink) {
    int before = 0;
    for (long position = 0; position < words.ints(); position++) {
      int code = words.intAt(position);
      if (WordCode.isTarget(code)) {
        sink.pair(before, code);
      }
      before = WordCode.id(code);
    }
  }

  /** Takes a word id and the id of the target behind it. */
  interface PairSink {
    void pair(int before, int target);
  }
}
