package dev.inputmethod.corpus;

import dev.inputmethod.reports.record.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/**
 * Exports an encoded corpus: {@code train.jsonl}, {@code validation.jsonl} and {@code test.jsonl}
 * with one line {@code {"input":[…],"target":n}} per window, in the order of the corpus, and {@code
 * vocabulary.txt}, in which line n is the word with id n − 1.
 */
public final class ProcessedWriter {
  private ProcessedWriter() {}

  /**
   * Writes the four files, each of them atomically and the vocabulary last.
   *
   * @param contextLength the number of ids in each input, padded on the left with 0
   */
  public static void write(EncodedCorpus corpus, int contextLength, Path directory) {
    for (Split split : Split.values()) {
      Windows windows = corpus.windows(split);
      AtomicFile.write(
          directory.resolve(split.label() + ".jsonl"), out -> lines(windows, contextLength, out));
    }
    corpus.vocabulary().save(directory.resolve(Manifest.VOCABULARY_FILE));
  }

  private static void lines(Windows windows, int contextLength, Writer out) throws IOException {
    long[] window = new long[1];
    int[] context = new int[contextLength];
    int[] target = new int[1];
    int[] padding = new int[1];
    StringBuilder line = new StringBuilder();
    for (; window[0] < windows.size(); window[0]++) {
      windows.read(window, contextLength, context, target, padding);
      line.setLength(0);
      line.append("{\"input\":[").append(context[0]);
      for (int slot = 1; slot < contextLength; slot++) {
        line.append(',').append(context[slot]);
      }
      line.append("],\"target\":").append(target[0]).append("}\n");
      out.append(line);
    }
  }
}
