package dev.inputmethod.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A memory-mapped file of ints or longs, little-endian: processes share its pages, and it takes no
 * heap. Thread-safe. It stays mapped until it is garbage-collected; until then Windows cannot
 * delete it.
 */
final class MappedNumbers {
  /** The size of a mapping as a power of two; a Java buffer is limited to 2 GB. */
  private static final int CHUNK_BITS = 30;

  private static final long CHUNK = 1L << CHUNK_BITS;

  private final ByteBuffer[] chunks;
  private final long bytes;

  private MappedNumbers(ByteBuffer[] chunks, long bytes) {
    this.chunks = chunks;
    this.bytes = bytes;
  }

  static MappedNumbers open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long bytes = channel.size();
      ByteBuffer[] chunks = new ByteBuffer[Math.toIntExact((bytes + CHUNK - 1) / CHUNK)];
      for (int i = 0; i < chunks.length; i++) {
        long start = i * CHUNK;
        chunks[i] =
            channel
                .map(FileChannel.MapMode.READ_ONLY, start, Math.min(CHUNK, bytes - start))
                .order(ByteOrder.LITTLE_ENDIAN);
      }
      return new MappedNumbers(chunks, bytes);
    }
  }

  int intAt(long index) {
    long at = index * Integer.BYTES;
    return chunks[(int) (at >>> CHUNK_BITS)].getInt((int) (at & (CHUNK - 1)));
  }

  long longAt(long index) {
    long at = index * Long.BYTES;
    return chunks[(int) (at >>> CHUNK_BITS)].getLong((int) (at & (CHUNK - 1)));
  }

  /** The number of ints in the file. */
  long ints() {
    return bytes / Integer.BYTES;
  }
}
