package dev.inputmethod.experiment;

/**
 * How a gradient is bounded before the optimizer sees it.
 *
 * @param most the largest norm or value allowed; of no meaning without clipping
 */
public record Clipping(By by, double most) {
  /** What is bounded. */
  public enum By {
    NOTHING("none"),
    /** The L2 norm over all parameters. */
    GLOBAL_NORM("globalNorm"),
    /** Each number of the gradient. */
    VALUE("value");

    private final String word;

    By(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** No clipping. */
  public static Clipping none() {
    return new Clipping(By.NOTHING, 0);
  }

  /** As a configuration holds it: {@code none} or {@code {globalNorm: 5}}. */
  String canonical() {
    return by == By.NOTHING ? by.word() : WordOrMember.text(by.word(), most);
  }

  static Clipping of(String canonical) {
    for (By by : By.values()) {
      if (by != By.NOTHING && WordOrMember.names(by.word(), canonical)) {
        return new Clipping(by, WordOrMember.number(canonical));
      }
    }
    return none();
  }
}
