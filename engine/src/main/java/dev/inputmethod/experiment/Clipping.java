package dev.inputmethod.experiment;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a gradient is limited before the optimizer uses it.
 *
 * @param most the largest norm or value allowed; meaningless without clipping
 */
public record Clipping(By by, double most) {
  private static final Pattern LIMIT = Pattern.compile("\\{(\\w+): ([^}]+)}");

  /** What is limited. */
  public enum By {
    NOTHING("none"),
    /** The L2 norm over all parameters. */
    GLOBAL_NORM("globalNorm"),
    /** Each element of the gradient. */
    VALUE("value");

    private final String word;

    By(String word) {
      this.word = word;
    }

    /** The name in an experiment file. */
    String word() {
      return word;
    }

    /** Returns the limit with a name; empty for {@code none} and unknown names. */
    static Optional<By> of(String word) {
      return Arrays.stream(values())
          .filter(by -> by != NOTHING && by.word.equals(word))
          .findFirst();
    }
  }

  /** No clipping. */
  public static Clipping none() {
    return new Clipping(By.NOTHING, 0);
  }

  /** Returns the text in a configuration: {@code none} or {@code {globalNorm: 5}}. */
  String canonical() {
    return by == By.NOTHING ? by.word() : "{" + by.word() + ": " + Values.text(most) + "}";
  }

  /**
   * Reads the text in a configuration.
   *
   * @throws IllegalArgumentException if it is not a {@link #canonical} text
   */
  static Clipping of(String canonical) {
    if (canonical.equals(By.NOTHING.word())) {
      return none();
    }
    Matcher limit = LIMIT.matcher(canonical);
    Optional<By> by = limit.matches() ? By.of(limit.group(1)) : Optional.empty();
    if (by.isEmpty()) {
      throw new IllegalArgumentException("unknown clipping '" + canonical + "'");
    }
    return new Clipping(by.get(), Double.parseDouble(limit.group(2)));
  }
}
