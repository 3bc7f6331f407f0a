package dev.inputmethod.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The versions with which this engine was built: its own, and those of the libraries that affect
 * results.
 */
public final class Versions {
  private Versions() {}

  /**
   * Returns the versions by name: {@code inputmethod}, {@code dl4j}, {@code openblas}, {@code
   * javacpp}, {@code hanlp}, {@code slf4j}.
   */
  public static Properties load() {
    Properties versions = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      if (in == null) {
        throw new IllegalStateException("versions.properties is not in the engine's jar");
      }
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }
}
