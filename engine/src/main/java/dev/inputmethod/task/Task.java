package dev.inputmethod.task;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is learned: examples for training and for scoring, how answers are scored, and what is known
 * of the results beforehand.
 */
public interface Task {

  /** What goes into a network that learns it, and what comes out. */
  Signature signature();

  /** Every training example once, in an order that depends on seed and epoch. */
  Iterable<Batch> training(long seed, int epoch);

  /** How many training batches an epoch has; the last may be smaller. */
  long trainingBatches();

  /** Every validation example once, always in the same order. */
  Iterable<Batch> validation();

  /** Every test example once, always in the same order; there may be none. */
  Iterable<Batch> test();

  /**
   * Always the same validation examples, with the loss at their last step only and without padding.
   * They do not depend on a trial's seed, so that trials are probed with the same examples.
   *
   * @param count the most examples
   */
  List<Batch> probe(int count);

  /** The name of the loss among the metrics: {@code crossEntropy} or {@code meanSquaredError}. */
  default String lossMetric() {
    return signature().output() instanceof Signature.LastNumber
        ? "meanSquaredError"
        : "crossEntropy";
  }

  /** A new scorer of the loss alone. */
  Scorer lossScorer();

  /** A new scorer of every metric. */
  Scorer scorer();

  /**
   * What baselines reach, by split, name and metric, such as {@code test.bigram.perplexity} or
   * {@code validation.memoryless.crossEntropy}.
   */
  Map<String, Double> baselines();

  /**
   * The lowest loss on new examples that a network without memory can reach; empty if nobody knows
   * it.
   */
  OptionalDouble memorylessLoss();

  /**
   * How many steps before the loss a network must look back in every example to beat one without
   * memory; for words, where nobody knows it, the whole context.
   */
  int dependencyLength();
}
