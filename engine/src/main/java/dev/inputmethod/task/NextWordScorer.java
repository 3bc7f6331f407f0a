package dev.inputmethod.task;

import dev.inputmethod.corpus.Tally;
import dev.inputmethod.corpus.Vocabulary;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores predicted words: over all targets; over those in the vocabulary; and over those with a
 * letter or an ideograph, among which targets outside the vocabulary are counted too, as their
 * spelling is not kept.
 */
public final class NextWordScorer implements Scorer {
  private final Vocabulary vocabulary;
  private final BitSet lexical;
  private final Tally all = new Tally();
  private final Tally known = new Tally();
  private final Tally withLetters = new Tally();

  public NextWordScorer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.lexical = new BitSet(vocabulary.size());
    for (int id = vocabulary.specials(); id < vocabulary.size(); id++) {
      lexical.set(id, vocabulary.hasLetter(id));
    }
  }

  @Override
  public void add(Batch batch, float[] logProbabilities) {
    int size = vocabulary.size();
    int[] targets = ((SymbolBatch) batch).targets();
    for (int row = 0; row < batch.size(); row++) {
      int target = targets[row];
      double nats = -logProbabilities[row * size + target];
      if (target < vocabulary.specials()) {
        all.unknown(nats);
        withLetters.unknown(nats);
        continue;
      }
      int rank = Ranks.of(logProbabilities, size, row, vocabulary.specials(), target);
      all.known(nats, rank);
      known.known(nats, rank);
      if (lexical.get(target)) {
        withLetters.known(nats, rank);
      }
    }
  }

  @Override
  public double loss() {
    return all.crossEntropy();
  }

  /**
   * Every metric by name: {@code crossEntropy}, {@code perplexity}, {@code recallAt1}, {@code
   * recallAt3}, {@code recallAt5}, {@code mrrAt5}; the same with {@code InVocabulary} and {@code
   * WithLetters} behind; {@code targets} and {@code outOfVocabularyRate}.
   */
  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>(all.metrics(""));
    metrics.putAll(known.metrics("InVocabulary"));
    metrics.putAll(withLetters.metrics("WithLetters"));
    if (all.targets() > 0) {
      metrics.put("targets", (double) all.targets());
      metrics.put("outOfVocabularyRate", 1 - (double) known.targets() / all.targets());
    }
    return metrics;
  }
}
