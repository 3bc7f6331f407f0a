package dev.inputmethod.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The size and checksum of a file, which reveal damage.
 *
 * @param bytes the size
 * @param crc32c the CRC-32C (Castagnoli), which hardware computes
 */
record FileSum(long bytes, long crc32c) {
  static FileSum of(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(buffer) >= 0) {
        checksum.update(buffer.flip());
        buffer.clear();
      }
      return new FileSum(channel.size(), checksum.getValue());
    }
  }

  /** Whether the file exists with this size; its content is not read. */
  boolean fits(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == bytes;
  }
}
