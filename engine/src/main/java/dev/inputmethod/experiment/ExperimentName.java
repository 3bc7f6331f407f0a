package dev.inputmethod.experiment;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.reports.record.PlainName;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks names of experiments, which are used as directory names on every system. */
final class ExperimentName {
  private static final int LONGEST = 100;

  /** The limit of most file systems for a name; a Chinese character takes three bytes. */
  private static final int MOST_BYTES = 255;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");

  private ExperimentName() {}

  /** Returns what is wrong with a name, if anything. */
  static Optional<String> complaint(String name) {
    String found = "experiment " + Texts.quoted(name);
    if (!PLAIN.matcher(name).matches()) {
      return Optional.of(
          found + " is not a plain file name; use letters, digits, '.', '_' and '-'");
    }
    if (name.startsWith(".") || name.endsWith(".")) {
      return Optional.of(found + " is not a plain file name; it may not start or end with '.'");
    }
    if (PlainName.isDevice(name)) {
      return Optional.of(found + " is the name of a device on Windows; choose another");
    }
    if (OutputDirectory.isSharedFile(folded(name))) {
      return Optional.of(found + " is the name of a file in the output directory; choose another");
    }
    if (name.codePointCount(0, name.length()) > LONGEST
        || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of(
          found
              + " is too long; "
              + LONGEST
              + " characters ("
              + MOST_BYTES
              + " bytes) are allowed");
    }
    return Optional.empty();
  }

  /** Maps names that some file system treats as the same to the same text. */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
