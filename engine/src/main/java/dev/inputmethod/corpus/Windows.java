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
   * Reads windows into the rows of a batch.
   *
   * @param chosen {@code [rows]}: windows from 0 to {@link #size()} − 1, in the order of the corpus
   * @param contexts {@code [rows, contextLength]}, row-major: gets the ids of the last words before
   *     the target, padded on the left with id 0
   * @param targets {@code [rows]}: gets the target's id, 0 when it is not in the vocabulary
   * @param padding {@code [rows]}: gets the number of padded slots
   */
  public void read(long[] chosen, int contextLength, int[] contexts, int[] targets, int[] padding) {
    // In passes, so that rows far apart in the files wait for memory together, not in turn.
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

  /** Where the target stands that is so many behind the one at a position. */
  private long position(long indexed, int behind) {
    long position = indexed;
    for (int left = behind; left > 0; ) {
      position++;
      left -= WordCode.isTarget(words.intAt(position)) ? 1 : 0;
    }
    return position;
  }

  /** Reads the target at a position and the words before it; gives the number of padded slots. */
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
