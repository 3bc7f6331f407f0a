package dev.inputmethod.batch;

import java.util.List;
import java.util.stream.Collectors;

/** Formats command lines so that they can be copied into a shell. */
public final class ShellText {
  private ShellText() {}

  /** Joins words with spaces, and quotes those that a shell would otherwise change. */
  public static String joined(List<String> words) {
    return words.stream().map(ShellText::quoted).collect(Collectors.joining(" "));
  }

  static String quoted(String word) {
    // Letters of any script are safe without quotes.
    return word.matches("[\\p{L}\\p{N}_@%+=:,./\\\\-]+") ? word : '"' + escaped(word) + '"';
  }

  private static String escaped(String word) {
    return word.replaceAll("[\"$`]", "\\\\$0");
  }
}
