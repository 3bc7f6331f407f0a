package dev.inputmethod.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream of bytes into lines, holding one line at a time. */
final class LineReader {
  /** The maximum number of bytes held of a line; the rest of a longer line is dropped. */
  static final int LIMIT = 16 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;
  private boolean tooLong;
  private long bytesRead;

  LineReader(InputStream in) {
    this(in, LIMIT);
  }

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Reads the next line; returns false at the end. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    if (at == end && !fill()) {
      return false;
    }
    number++;
    boolean ended = false;
    while (!ended && (at < end || fill())) {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      keep(from, at - from);
      ended = at < end;
      at += ended ? 1 : 0;
    }
    trim();
    return true;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    bytesRead += end;
    return end > 0;
  }

  private void keep(int from, int count) {
    int kept = Math.min(count, limit - length);
    tooLong |= kept < count;
    if (length + kept > line.length) {
      line = Arrays.copyOf(line, Math.min(limit, Math.max(line.length * 2, length + kept)));
    }
    System.arraycopy(buffer, from, line, length, kept);
    length += kept;
  }

  private void trim() {
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    if (number == 1 && length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      System.arraycopy(line, 3, line, 0, length - 3);
      length -= 3;
    }
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /**
   * The line's bytes, without line end and byte order mark; valid up to {@link #length()}, until
   * the next line.
   */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Whether the line was longer than what is held. */
  boolean tooLong() {
    return tooLong;
  }

  /** The number of bytes read from the stream. */
  long bytesRead() {
    return bytesRead;
  }
}
