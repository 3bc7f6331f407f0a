package dev.inputmethod.reports.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a trial learned, and so what its figures are called and measured in. */
public enum LearnedTask {
  /** The next word of dialogues. */
  NEXT_WORD("next-word", Metrics.CROSS_ENTROPY, "nats per word", "word"),
  /** The sum of two marked numbers of a sequence. */
  ADDING("adding", Metrics.MEAN_SQUARED_ERROR, "", "step"),
  /** In which order two symbols came, long ago. */
  TEMPORAL_ORDER("temporal-order", Metrics.CROSS_ENTROPY, "nats", "step"),
  /** Ten symbols repeated after a long time. */
  COPY_MEMORY("copy-memory", Metrics.CROSS_ENTROPY, "nats per recalled symbol", "step");

  private static final String MEMORYLESS = "memoryless";

  private final String setting;
  private final String lossMetric;
  private final String lossUnit;
  private final String place;

  LearnedTask(String setting, String lossMetric, String lossUnit, String place) {
    this.setting = setting;
    this.lossMetric = lossMetric;
    this.lossUnit = lossUnit;
    this.place = place;
  }

  /** The task of a configuration: the next word where it names none, as older ones do. */
  public static LearnedTask of(Configuration configuration) {
    String name = configuration.text(SettingPaths.TASK).orElse(NEXT_WORD.setting);
    for (LearnedTask task : values()) {
      if (task.setting.equals(name)) {
        return task;
      }
    }
    return NEXT_WORD;
  }

  /** Its name in an experiment file. */
  public String setting() {
    return setting;
  }

  /** The loss among a split's metrics: {@code crossEntropy} or {@code meanSquaredError}. */
  public String lossMetric() {
    return lossMetric;
  }

  /** The same on the validation split: what ranks, and chooses the best epoch. */
  public String validationMetric() {
    return Metrics.validation(lossMetric);
  }

  /** The loss in words. */
  public String lossName() {
    return lossMetric.equals(Metrics.CROSS_ENTROPY) ? "cross-entropy" : "mean squared error";
  }

  /** What the loss is measured in; empty for a squared error. */
  public String lossUnit() {
    return lossUnit;
  }

  /** A figure of the loss with its unit. */
  public String withUnit(String figure) {
    return lossUnit.isEmpty() ? figure : figure + " " + lossUnit;
  }

  /** What stands at one place of an input: a word, a step. */
  public String place() {
    return place;
  }

  /** Where its lowest layer's gradient is measured: its inputs, embedded where they are symbols. */
  public String inputs() {
    return switch (this) {
      case NEXT_WORD -> "embedded words";
      case ADDING -> "inputs";
      case TEMPORAL_ORDER, COPY_MEMORY -> "embedded symbols";
    };
  }

  /**
   * The test loss of a network that has learned nothing: of a uniform guess, or for {@link #ADDING}
   * of the number 0, whose mean squared error is (1 + 1/6) over the (1/6) of the best constant.
   *
   * @param metrics a trial's figures by name
   */
  public Optional<Double> untrainedLoss(Function<String, Optional<Double>> metrics) {
    String test = Metrics.test(lossMetric);
    return switch (this) {
      case NEXT_WORD -> metrics.apply(Metrics.baseline(test, "uniform"));
      case ADDING -> metrics.apply(Metrics.baseline(test, MEMORYLESS)).map(best -> 7 * best);
      case TEMPORAL_ORDER, COPY_MEMORY -> metrics.apply(Metrics.baseline(test, MEMORYLESS));
    };
  }

  /** The metrics worth comparing, beginning with what ranks. */
  public List<String> comparedMetrics() {
    List<String> metrics = new ArrayList<>(List.of(validationMetric(), Metrics.test(lossMetric)));
    outcomes().forEach(outcome -> metrics.add(Metrics.test(outcome)));
    return metrics;
  }

  /** What its answers are measured by beside the loss. */
  private List<String> outcomes() {
    return switch (this) {
      case NEXT_WORD -> List.of(Metrics.PERPLEXITY, "recallAt1", "recallAt5", "mrrAt5");
      case ADDING -> List.of();
      case TEMPORAL_ORDER -> List.of("accuracy");
      case COPY_MEMORY -> List.of("recallAccuracy");
    };
  }

  /**
   * How a loss is reached without learning the task, in words, by its name among the metrics {@code
   * baseline.<split>.<name>.<metric>}; empty for words, whose baselines are models.
   */
  public Map<String, String> knownBaselines() {
    Map<String, String> known = new LinkedHashMap<>();
    if (this != NEXT_WORD) {
      known.put(MEMORYLESS, "remembering nothing");
    }
    if (this == ADDING) {
      known.put("oneMarker", "remembering one marked number");
    }
    if (this == TEMPORAL_ORDER) {
      known.put("lastSymbol", "remembering only the last symbol");
    }
    return known;
  }
}
