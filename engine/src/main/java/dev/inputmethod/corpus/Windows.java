package dev.inputmethod.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * The targets of a split, each with the words before it. Every word of an utterance except its
 * first is a target, whatever the context length. Reads mapped files. Thread-safe.
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

  /** The number of targets. */
  public long size() {
    return size;
  }

  /**
   * Reads windows into the rows of a batch.
   *
   * @param chosen {@code [rows]}: the windows to read, from 0 to {@link #size()} − 1 in corpus
   *     order
   * @param contexts {@code [rows, contextLength]}, row-major: receives the ids of the words before
   *     the target, padded on the left with id 0
   * @param targets {@code [rows]}: receives the target's id, 0 if it is not in the vocabulary
   * @param padding {@code [rows]}: receives the number of padded slots
   */
  public void read(long[] chosen, int contextLength, int[] contexts, int[] targets, int[] padding) {
    // In passes, so that cache misses of different rows overlap.
    long[] positions = new long[chosen.length];
    for (int row = 0; row < chosen.length; row++) {
      Objects.checkIndex(chosen[row], size);
      positions[row] = index.longAt(chosen[row] / SplitWriter.INDEX_STEP);
    }
    for (int row = 0; row < chosen.length; row++) {
      targets[row] = words.intAt(positions[row]);
    }
    for (int row = 0; row < chosen.length; row++) {
      int behind = (int) (chosen[row] % SplitWriter.INDEX_STEP);
      padding[row] = read(position(positions[row], behind), contextLength, contexts, targets, row);
    }
  }

  /** Returns the position of the target that is so many targets after the one at a position. */
  private long position(long indexed, int behind) {
    long position = indexed;
    for (int left = behind; left > 0; ) {
      position++;
      left -= WordCode.isTarget(words.intAt(position)) ? 1 : 0;
    }
    return position;
  }

  /** Reads the target at a position and the words before it; returns the number of padded slots. */
  private int read(long position, int contextLength, int[] contexts, int[] targets, int row) {
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
    return slot - from;
  }

  /** Returns the same words as dialogues or utterances. */
  public Sequences sequences() {
    return new Sequences(words);
  }

  /** Passes on the ids of every target and the word before it, in order. */
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

  /** Receives the id of a word and of the target after it. */
  interface PairSink {
    void pair(int before, int target);
  }
}
