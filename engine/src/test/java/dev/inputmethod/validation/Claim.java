package dev.inputmethod.validation;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * What is published about a cell on a task; docs/validation.md has the sources.
 *
 * @param metric of the test split
 * @param words as the table has them
 * @param holds whether a trial came out as published
 */
record Claim(String metric, String words, Predicate<TrialRecord> holds) {
  /** Three standard errors of the share of 2,000 answers that are right by chance. */
  private static final double BY_CHANCE = 0.034;

  /** Remembering nothing gives ln 8 nats; less than this is clearly less. */
  private static final double ABOUT_LN_8 = 0.95 * Math.log(8);

  /** Of a configuration's task and cell; empty where nothing is published. */
  static Optional<Claim> about(Configuration configuration) {
    boolean plain = configuration.text("model.cell").orElse("").equals("rnn");
    boolean far = configuration.wholeNumber("task.length").orElse(0L) > 10;
    return switch (LearnedTask.of(configuration)) {
      case ADDING -> Optional.of(plain && far ? addingFails() : addingSolved());
      case TEMPORAL_ORDER -> Optional.of(plain ? orderByChance() : orderTold());
      case COPY_MEMORY -> Optional.of(copyByChance());
      case NEXT_WORD ->
          configuration.wholeNumber("data.contextLength").orElse(0L) <= 5
              ? Optional.of(tooShort())
              : Optional.empty();
    };
  }

  private static Claim addingSolved() {
    return of("meanSquaredError", "squared error below 0.01", error -> error < 0.01);
  }

  private static Claim addingFails() {
    return of(
        "meanSquaredError",
        "squared error 0.08 or more, usually about 0.167",
        error -> error >= 0.08);
  }

  private static Claim orderByChance() {
    return of("accuracy", "accuracy 0.5 at the most", share -> share <= 0.5 + BY_CHANCE);
  }

  private static Claim orderTold() {
    return of("accuracy", "accuracy above 0.99", share -> share > 0.99);
  }

  private static Claim copyByChance() {
    return of(
        "crossEntropy", "about 2.079 nats (0.173 over all 120 steps)", nats -> nats >= ABOUT_LN_8);
  }

  private static Claim tooShort() {
    return new Claim(
        "test.crossEntropy",
        "not testable: the window is too short",
        trial ->
            trial
                .verdict()
                .map(Verdict::kind)
                .filter(Verdict.Kind.NOT_TESTABLE::equals)
                .isPresent());
  }

  private static Claim of(String metric, String words, DoublePredicate agrees) {
    String name = "test." + metric;
    return new Claim(name, words, trial -> trial.metric(name).filter(agrees::test).isPresent());
  }

  /** The trial's own figure; empty where it has none. */
  Optional<Double> figure(TrialRecord trial) {
    return trial.metric(metric);
  }
}
