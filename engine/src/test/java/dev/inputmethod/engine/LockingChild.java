package dev.inputmethod.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** Run by {@link OutputLockTest}: holds a directory until its input ends. */
final class LockingChild {
  private LockingChild() {}

  public static void main(String[] arguments) {
    Path output = Path.of(URI.create(arguments[0]));
    int unused = OutputLock.holding(output, "first come", LockingChild::untilTheInputEnds);
  }

  private static int untilTheInputEnds() {
    System.out.println("held");
    try {
      return System.in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
