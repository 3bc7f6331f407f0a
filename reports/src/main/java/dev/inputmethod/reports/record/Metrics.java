package dev.inputmethod.reports.record;

/** Names of a record's metrics: {@code <split>.<figure>}, and {@code baseline.…} of a baseline. */
public final class Metrics {
  public static final String CROSS_ENTROPY = "crossEntropy";
  public static final String MEAN_SQUARED_ERROR = "meanSquaredError";
  public static final String PERPLEXITY = "perplexity";

  private static final String VALIDATION = "validation.";
  private static final String TEST = "test.";
  private static final String BASELINE = "baseline.";

  private Metrics() {}

  /** Of the best epoch on the validation split. */
  public static String validation(String figure) {
    return VALIDATION + figure;
  }

  /** Of the best weights on the test split. */
  public static String test(String figure) {
    return TEST + figure;
  }

  /** The same figure of a baseline, such as {@code baseline.test.bigram.perplexity}. */
  public static String baseline(String metric, String name) {
    int dot = metric.indexOf('.');
    return BASELINE + metric.substring(0, dot + 1) + name + metric.substring(dot);
  }

  /** Whether a metric is of the validation split. */
  public static boolean isValidation(String metric) {
    return metric.startsWith(VALIDATION);
  }
}
