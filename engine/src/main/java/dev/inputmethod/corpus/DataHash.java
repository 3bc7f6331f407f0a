package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Identifies the content of dialogue files: the SHA-256 of a single file, as {@code sha256sum}
 * prints it, or the SHA-256 of the digests of several files. Names and times of files do not
 * matter.
 */
public final class DataHash {
  private static final int BUFFER = 1 << 18;

  private final List<byte[]> digests = new ArrayList<>();

  DataHash() {}

  /**
   * Hashes the files in order, in constant memory.
   *
   * @throws InvalidInputException if a file cannot be read
   */
  public static String of(List<Path> files) {
    requireReadable(files);
    DataHash hash = new DataHash();
    byte[] buffer = new byte[BUFFER];
    for (Path file : files) {
      MessageDigest digest = sha256();
      try (InputStream in = Files.newInputStream(file)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
      hash.add(digest);
    }
    return hash.value();
  }

  /** Reports every file that is missing, a directory or not readable. */
  static void requireReadable(List<Path> files) {
    Mistakes mistakes = new Mistakes();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        mistakes.add(
            new Problem(file.toString(), "is a directory; give a file of dialogues, or a pattern"));
      } else if (!Files.exists(file)) {
        mistakes.add(
            new Problem(file.toString(), "there is no such file; give a file of dialogues"));
      } else if (!Files.isReadable(file)) {
        mistakes.add(new Problem(file.toString(), "cannot be read; check its permissions"));
      }
    }
    mistakes.throwIfAny();
  }

  /** Adds the digest of the next file. */
  void add(MessageDigest digest) {
    digests.add(digest.digest());
  }

  String value() {
    if (digests.size() == 1) {
      return HexFormat.of().formatHex(digests.get(0));
    }
    MessageDigest all = sha256();
    digests.forEach(all::update);
    return HexFormat.of().formatHex(all.digest());
  }

  /** Returns a new SHA-256 digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the SHA-256 of a text, in hexadecimal. */
  public static String ofText(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
