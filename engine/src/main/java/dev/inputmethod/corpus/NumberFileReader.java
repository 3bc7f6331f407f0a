package dev.inputmethod.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads the ints that {@link NumberFileWriter} has written, in order. */
final class NumberFileReader implements Closeable {
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN).limit(0);

  NumberFileReader(Path file) throws IOException {
    channel = FileChannel.open(file);
  }

  /** Whether there is another number. */
  boolean next() throws IOException {
    while (buffer.remaining() < Integer.BYTES) {
      buffer.compact();
      int read = channel.read(buffer);
      buffer.flip();
      if (read < 0) {
        return false;
      }
    }
    return true;
  }

  int value() {
    return buffer.getInt();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
