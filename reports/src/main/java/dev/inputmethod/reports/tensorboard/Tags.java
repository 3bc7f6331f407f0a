package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.record.Metrics;
import java.util.Locale;

/** The names of values in TensorBoard, which groups tags by what stands before the first slash. */
final class Tags {
  private Tags() {}

  /**
   * The tag of a record's metric: {@code test.recallAt1} is {@code test/recall_at_1}. Those of the
   * validation split are the best epoch's, and say so: {@code best/validation_cross_entropy}.
   */
  static String ofMetric(String name) {
    return Metrics.isValidation(name)
        ? "best/validation_" + snake(name.substring(name.indexOf('.') + 1))
        : snake(name);
  }

  private static String snake(String name) {
    return name.replace('.', '/')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-zA-Z])(?=[0-9])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
