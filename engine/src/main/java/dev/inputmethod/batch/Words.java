package dev.inputmethod.batch;

import java.util.List;
import java.util.stream.Collectors;

/** A command line, as a user would type it. */
public final class Words {
  private Words() {}

  /** The words with quotes where a shell would otherwise read them differently. */
  public static String joined(List<String> words) {
    return words.stream().map(Words::quoted).collect(Collectors.joining(" "));
  }

  static String quoted(String word) {
    // Letters of any script need no quotes.
    return word.matches("[\\p{L}\\p{N}_@%+=:,./\\\\-]+") ? word : '"' + escaped(word) + '"';
  }

  private static String escaped(String word) {
    return word.replaceAll("[\"$`]", "\\\\$0");
  }
}
