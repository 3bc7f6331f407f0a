package dev.inputmethod.task;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is learned: examples to learn from and to be scored by, how they are scored, and what is
 * known of the answer beforehand.
 */
public interface Task {

  /** The first and last layer that its examples need. */
  Signature signature();

  /** Every training example once, in an order of this seed's and epoch's own. */
  Iterable<Batch> training(long seed, int epoch);

  /** Updates an epoch makes: training batches, the last of which may be smaller. */
  long trainingBatches();

  /** Every validation example once, always in the same order. */
  Iterable<Batch> validation();

  /** Every test example once, always in the same order; none when there are none. */
  Iterable<Batch> test();

  /**
   * The same validation examples whenever it is asked, with the loss at their last step only, and
   * with little padding. They depend on no trial's seed, so that trials are probed with the same
   * examples.
   *
   * @param count examples at the most
   */
  List<Batch> probe(int count);

  /**
   * What the loss is called among the figures: {@code crossEntropy} or {@code meanSquaredError}.
   */
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
   * What is reached without training, by split, name and metric, such as {@code
   * test.bigram.perplexity} or {@code validation.memoryless.crossEntropy}.
   */
  Map<String, Double> baselines();

  /**
   * The lowest loss on new examples that is reached without what must be remembered; empty where it
   * is not known.
   */
  OptionalDouble memorylessLoss();

  /**
   * How far before the step of the loss a network must look in every example, in steps, to do
   * better than its neighbourhood allows; for words, where nobody knows, the whole context.
   */
  int dependencyLength();
}
