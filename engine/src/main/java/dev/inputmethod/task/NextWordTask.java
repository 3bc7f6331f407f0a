package dev.inputmethod.task;

import dev.inputmethod.corpus.Baselines;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.Split;
import dev.inputmethod.corpus.Vocabulary;
import dev.inputmethod.corpus.Windows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;

/** Predicting the next word of an utterance: a corpus as batches of one context length. */
public final class NextWordTask implements Task {
  private final EncodedCorpus corpus;
  private final int contextLength;
  private final int batchSize;
  private final Optional<PieceRows> pieces;

  /** A task that is trained on windows, with one target for each context. */
  public NextWordTask(EncodedCorpus corpus, int contextLength, int batchSize) {
    this(corpus, contextLength, batchSize, false);
  }

  /**
   * @param everyWord whether it is trained on consecutive pieces with a target at every word,
   *     instead of windows; it is always scored and probed on windows
   */
  public NextWordTask(EncodedCorpus corpus, int contextLength, int batchSize, boolean everyWord) {
    if (contextLength < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "contextLength %d, batchSize %d", contextLength, batchSize));
    }
    this.corpus = corpus;
    this.contextLength = contextLength;
    this.batchSize = batchSize;
    this.pieces =
        everyWord
            ? Optional.of(
                new PieceRows(corpus.windows(Split.TRAIN).sequences(), contextLength, batchSize))
            : Optional.empty();
  }

  public Vocabulary vocabulary() {
    return corpus.vocabulary();
  }

  public int contextLength() {
    return contextLength;
  }

  @Override
  public Iterable<Batch> training(long seed, int epoch) {
    if (pieces.isPresent()) {
      return pieces.get().epoch(seed, epoch);
    }
    Windows windows = corpus.windows(Split.TRAIN);
    KeyedPermutation order =
        new KeyedPermutation(
            windows.size(), SeedStreams.derive(seed, SeedStreams.SHUFFLING, epoch));
    return () -> new WindowBatches(windows, contextLength, batchSize, order::at);
  }

  @Override
  public long trainingBatches() {
    if (pieces.isPresent()) {
      return pieces.get().batches();
    }
    return (corpus.windows(Split.TRAIN).size() + batchSize - 1) / batchSize;
  }

  /** Every validation window once, in the order of the corpus. */
  @Override
  public Iterable<Batch> validation() {
    return inOrder(corpus.windows(Split.VALIDATION), contextLength, batchSize);
  }

  /** Every test window once, in the order of the corpus; none when the split has none. */
  @Override
  public Iterable<Batch> test() {
    return inOrder(corpus.windows(Split.TEST), contextLength, batchSize);
  }

  /**
   * Always the same validation windows, all with full contexts: those with the most words before
   * their target among a fixed sample. They do not depend on a trial's seed, nor, up to 128 words,
   * on the context's length, except that a longer context leaves out targets with too few words.
   *
   * @param count the most examples; there may be fewer, or none
   */
  @Override
  public List<Batch> probe(int count) {
    return ProbeWindows.full(corpus.windows(Split.VALIDATION), contextLength, batchSize, count);
  }

  @Override
  public Signature signature() {
    return Signature.ofWords(corpus.vocabulary().size());
  }

  @Override
  public Scorer lossScorer() {
    return new CrossEntropyScorer(corpus.vocabulary().size());
  }

  @Override
  public Scorer scorer() {
    return new NextWordScorer(corpus.vocabulary());
  }

  @Override
  public Map<String, Double> baselines() {
    return Baselines.of(corpus).metrics();
  }

  /** Empty: nobody knows it for a language. */
  @Override
  public OptionalDouble memorylessLoss() {
    return OptionalDouble.empty();
  }

  @Override
  public int dependencyLength() {
    return contextLength;
  }

  /** Every window of a split once, in the order of the corpus. */
  public static Iterable<Batch> inOrder(Windows windows, int contextLength, int batchSize) {
    return () -> new WindowBatches(windows, contextLength, batchSize, LongUnaryOperator.identity());
  }
}
