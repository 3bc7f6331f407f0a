package dev.inputmethod.task;

import dev.inputmethod.corpus.Baselines;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.Split;
import dev.inputmethod.corpus.Vocabulary;
import dev.inputmethod.corpus.Windows;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;

/** Predicting the next word of an utterance: a corpus as batches of one context length. */
public final class NextWordTask implements Task {
  private final EncodedCorpus corpus;
  private final int contextLength;
  private final int batchSize;
  private final Optional<PieceRows> pieces;

  /** Trained on windows: one target a context. */
  public NextWordTask(EncodedCorpus corpus, int contextLength, int batchSize) {
    this(corpus, contextLength, batchSize, false);
  }

  /**
   * @param everyWord whether it is trained on consecutive pieces with a target at every word; it is
   *     scored and probed on windows all the same
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
    return () -> new Batches(windows, contextLength, batchSize, order::at);
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
   * The same validation windows whenever it is asked, in batches, all with full contexts: those
   * with the most words before their target among a fixed sample. They depend on no trial's seed,
   * and on the context's length only where there are too few with as many words: trials are probed
   * with the same targets.
   *
   * @param count examples at the most; none where no context is full
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

  /** Not known of a language. */
  @Override
  public OptionalDouble memorylessLoss() {
    return OptionalDouble.empty();
  }

  @Override
  public int dependencyLength() {
    return contextLength;
  }

  /** Every window once, in the order of the corpus. */
  public static Iterable<Batch> inOrder(Windows windows, int contextLength, int batchSize) {
    return () -> new Batches(windows, contextLength, batchSize, LongUnaryOperator.identity());
  }

  /** Walks over windows in an order, a batch at a time; only the last may be smaller. */
  private static final class Batches implements Iterator<Batch> {
    private final Windows windows;
    private final int contextLength;
    private final int batchSize;
    private final LongUnaryOperator order;
    private long next;

    Batches(Windows windows, int contextLength, int batchSize, LongUnaryOperator order) {
      this.windows = windows;
      this.contextLength = contextLength;
      this.batchSize = batchSize;
      this.order = order;
    }

    @Override
    public boolean hasNext() {
      return next < windows.size();
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("after the last batch");
      }
      int size = (int) Math.min(batchSize, windows.size() - next);
      int[] contexts = new int[Math.multiplyExact(size, contextLength)];
      int[] targets = new int[size];
      int[] padding = new int[size];
      long[] chosen = new long[size];
      for (int row = 0; row < size; row++) {
        chosen[row] = order.applyAsLong(next++);
      }
      windows.read(chosen, contextLength, contexts, targets, padding);
      return new SymbolBatch(contextLength, contexts, targets, padding);
    }
  }
}
