package dev.inputmethod.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Writes the encoded words of one split, and the index of its targets. */
final class SplitWriter implements Closeable, DialogueEncoder.Sink {
  /**
   * The index contains the position of every target with a multiple of this number; the others are
   * found by scanning from there.
   */
  static final int INDEX_STEP = 16;

  /** Longer contexts are counted as having this length. */
  static final int LONGEST_CONTEXT = 10_000;

  private final String name;
  private final NumberFileWriter words;
  private final NumberFileWriter index;
  private long position;
  private long contextStart;
  private long targets;
  private long unknownTargets;
  private long[] contexts = new long[64];

  SplitWriter(Path directory, String name) throws IOException {
    this.name = name;
    words = new NumberFileWriter(directory.resolve(wordsFile(name)));
    try {
      index = new NumberFileWriter(directory.resolve(indexFile(name)));
    } catch (IOException e) {
      words.close();
      throw e;
    }
  }

  static String wordsFile(String name) {
    return name + ".words";
  }

  static String indexFile(String name) {
    return name + ".index";
  }

  @Override
  public void word(int code) throws IOException {
    if (WordCode.startsContext(code)) {
      contextStart = position;
    }
    if (WordCode.isTarget(code)) {
      target(code);
    }
    words.write(code);
    position++;
  }

  private void target(int code) throws IOException {
    if (targets % INDEX_STEP == 0) {
      index.write(position);
    }
    targets++;
    unknownTargets += code == Vocabulary.UNKNOWN_ID ? 1 : 0;
    int available = (int) Math.min(LONGEST_CONTEXT, position - contextStart);
    if (available >= contexts.length) {
      contexts = Arrays.copyOf(contexts, Math.max(available + 1, contexts.length * 2));
    }
    contexts[available]++;
  }

  /** Completes both files, and returns their statistics. */
  SplitStatistics finish() throws IOException {
    int used = contexts.length;
    while (used > 0 && contexts[used - 1] == 0) {
      used--;
    }
    return new SplitStatistics(
        targets,
        unknownTargets,
        Arrays.stream(contexts, 0, used).boxed().toList(),
        Map.of(wordsFile(name), words.finish(), indexFile(name), index.finish()));
  }

  @Override
  public void close() throws IOException {
    try (words;
        index) {
      // Closes both, even if one fails.
    }
  }
}
