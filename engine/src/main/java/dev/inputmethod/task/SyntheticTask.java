package dev.inputmethod.task;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * A task with a known answer. Each example is made from its split and its index when it is needed,
 * so memory does not grow with their number. They are the same for every trial, as a corpus is;
 * only their order in training depends on the seed.
 */
public final class SyntheticTask implements Task {
  private static final long KEY = SeedStreams.derive(0, "examples", 0);

  private final Maker maker;
  private final long examples;
  private final long validationExamples;
  private final int batchSize;

  private SyntheticTask(Maker maker, long examples, long validationExamples, int batchSize) {
    if (examples < 1 || validationExamples < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "examples %d, validationExamples %d, batchSize %d",
              examples,
              validationExamples,
              batchSize));
    }
    this.maker = maker;
    this.examples = examples;
    this.validationExamples = validationExamples;
    this.batchSize = batchSize;
  }

  /**
   * The adding problem.
   *
   * @param length T, at least 2
   * @param validationExamples how many to validate on; as many are used for the test
   */
  public static SyntheticTask adding(
      int length, long examples, long validationExamples, int batchSize) {
    return new SyntheticTask(new Adding(length), examples, validationExamples, batchSize);
  }

  /**
   * Temporal order.
   *
   * @param length of the shortest sequence, at least 10
   * @param validationExamples how many to validate on; as many are used for the test
   */
  public static SyntheticTask temporalOrder(
      int length, long examples, long validationExamples, int batchSize) {
    return new SyntheticTask(new TemporalOrder(length), examples, validationExamples, batchSize);
  }

  /**
   * Copy memory.
   *
   * @param length T, the steps between the symbols and their recall, at least 1
   * @param validationExamples how many to validate on; as many are used for the test
   */
  public static SyntheticTask copyMemory(
      int length, long examples, long validationExamples, int batchSize) {
    return new SyntheticTask(new CopyMemory(length), examples, validationExamples, batchSize);
  }

  @Override
  public Signature signature() {
    return maker.signature();
  }

  @Override
  public Iterable<Batch> training(long seed, int epoch) {
    KeyedPermutation order =
        new KeyedPermutation(examples, SeedStreams.derive(seed, SeedStreams.SHUFFLING, epoch));
    return () -> new Batches("training", examples, order::at);
  }

  @Override
  public long trainingBatches() {
    return (examples + batchSize - 1) / batchSize;
  }

  @Override
  public Iterable<Batch> validation() {
    return () -> new Batches("validation", validationExamples, LongUnaryOperator.identity());
  }

  /** As many examples as there are to validate on. */
  @Override
  public Iterable<Batch> test() {
    return () -> new Batches("test", validationExamples, LongUnaryOperator.identity());
  }

  @Override
  public List<Batch> probe(int count) {
    List<Batch> batches = new ArrayList<>();
    long most = Math.min(count, validationExamples);
    for (long from = 0; from < most; from += batchSize) {
      batches.add(maker.makeForProbe(keys("validation", from, most, LongUnaryOperator.identity())));
    }
    return batches;
  }

  /** The keys of the examples from a place of the order on: one batch, or what is left. */
  private long[] keys(String split, long from, long end, LongUnaryOperator order) {
    long[] keys = new long[(int) Math.min(batchSize, end - from)];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = SeedStreams.derive(KEY, split, order.applyAsLong(from + row));
    }
    return keys;
  }

  @Override
  public Scorer lossScorer() {
    return maker.scorer();
  }

  @Override
  public Scorer scorer() {
    return maker.scorer();
  }

  /** The same values for both splits. */
  @Override
  public Map<String, Double> baselines() {
    Map<String, Double> baselines = new TreeMap<>();
    maker
        .baselines()
        .forEach(
            (name, value) -> {
              baselines.put("validation." + name, value);
              baselines.put("test." + name, value);
            });
    return baselines;
  }

  @Override
  public OptionalDouble memorylessLoss() {
    return OptionalDouble.of(maker.memorylessLoss());
  }

  @Override
  public int dependencyLength() {
    return maker.dependencyLength();
  }

  /**
   * Walks over the examples of a split in an order, a batch at a time; only the last may be
   * smaller.
   */
  private final class Batches implements Iterator<Batch> {
    private final String split;
    private final long size;
    private final LongUnaryOperator order;
    private long next;

    Batches(String split, long size, LongUnaryOperator order) {
      this.split = split;
      this.size = size;
      this.order = order;
    }

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("after the last batch");
      }
      long[] keys = keys(split, next, size, order);
      next += keys.length;
      return maker.make(keys);
    }
  }
}
