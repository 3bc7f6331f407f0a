package dev.inputmethod.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Tensor;

/**
 * Contexts and targets in the order they are used: for each example its context's words, then its
 * target.
 */
final class Examples {
  private final int contextLength;
  private final int[] ids;

  private Examples(int contextLength, int[] ids) {
    this.contextLength = contextLength;
    this.ids = ids;
  }

  /** Reads little-endian 32-bit integers. */
  static Examples read(Path file, int contextLength) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int[] ids = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(ids);
    if (ids.length % (contextLength + 1) != 0) {
      throw new IOException(
          file + ": " + ids.length + " numbers are no whole examples of " + (contextLength + 1));
    }
    return new Examples(contextLength, ids);
  }

  int size() {
    return ids.length / (contextLength + 1);
  }

  /** Word ids, {@code [to − from, contextLength]}. */
  Tensor contexts(int from, int to) {
    long[] words = new long[(to - from) * contextLength];
    for (int i = 0; i < words.length; i++) {
      words[i] = ids[(from + i / contextLength) * (contextLength + 1) + i % contextLength];
    }
    return Tensor.create(words, to - from, contextLength);
  }

  /** Word ids, {@code [to − from]}. */
  long[] targets(int from, int to) {
    long[] words = new long[to - from];
    for (int i = 0; i < words.length; i++) {
      words[i] = ids[(from + i) * (contextLength + 1) + contextLength];
    }
    return words;
  }
}
