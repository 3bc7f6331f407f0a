package dev.inputmethod.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Tells a whole file from a damaged one.
 *
 * @param bytes its length
 * @param crc32c its checksum (Castagnoli), which hardware computes
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

  /** Whether the file is there in its length; its content is not read. */
  boolean fits(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == bytes;
  }
}
