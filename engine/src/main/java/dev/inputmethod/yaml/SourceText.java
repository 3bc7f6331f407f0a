package dev.inputmethod.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads files as UTF-8 text; refuses files that are too large or are not text. */
public final class SourceText {
  static final int LARGEST_BYTES = 1_000_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /**
   * Reads a file.
   *
   * @param name the file's name for messages
   * @return the text without a byte order mark; empty after a problem
   */
  public static Optional<String> read(Path file, String name, Problems problems) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST_BYTES + 1);
    } catch (NoSuchFileException e) {
      problems.add(Mark.option(name), "no such file");
      return Optional.empty();
    } catch (IOException e) {
      problems.add(Mark.option(name), "cannot be read: " + e.getMessage());
      return Optional.empty();
    }
    if (bytes.length > LARGEST_BYTES) {
      problems.add(
          new Mark(name, 1, 1), "is larger than the limit of 1 MB; is it a file of dialogues?");
      return Optional.empty();
    }
    return decode(bytes, name, problems);
  }

  private static Optional<String> decode(byte[] bytes, String name, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    text = marked ? text.substring(1) : text;
    if (result.isError()) {
      String found = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
      problems.add(
          end(text, name), "is not UTF-8: byte " + found + " found here; save the file as UTF-8");
      return Optional.empty();
    }
    return printable(text, name, problems);
  }

  private static Optional<String> printable(String text, String name, Problems problems) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      if (!StreamReader.isPrintable(point)) {
        String found = String.format(Locale.ROOT, "U+%04X", point);
        problems.add(
            end(text.substring(0, at), name),
            "character " + found + " is not allowed in YAML; remove it");
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  /** Returns the position after the end of a text. */
  private static Mark end(String text, String name) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    String last = lines[lines.length - 1];
    return new Mark(name, lines.length, last.codePointCount(0, last.length()) + 1);
  }
}
