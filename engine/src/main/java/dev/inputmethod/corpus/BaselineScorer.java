package dev.inputmethod.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes the {@link Baselines} of a corpus. */
final class BaselineScorer {
  private static final int DEEPEST = Tally.DEEPEST;

  private final EncodedCorpus corpus;
  private final Map<String, Windows> scored;
  private final Vocabulary vocabulary;
  private final Unigram unigram;
  private final BigramGroups groups;
  private final Interpolation interpolation = new Interpolation();

  /**
   * @param corpus the corpus to count; the weights are chosen on its validation targets
   * @param scored the windows to score, by the prefix of their metrics' names
   * @param pairsHeld the number of pairs held in memory at a time
   */
  BaselineScorer(EncodedCorpus corpus, Map<String, Windows> scored, int pairsHeld) {
    this.corpus = corpus;
    this.scored = new TreeMap<>(scored);
    this.vocabulary = corpus.vocabulary();
    Windows training = corpus.windows(Split.TRAIN);
    this.unigram = new Unigram(training, vocabulary, DEEPEST);
    this.groups = new BigramGroups(training, vocabulary.size(), pairsHeld);
  }

  Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    Map<String, BaselineTally> bigram = bigram();
    scored.forEach(
        (name, windows) -> {
          if (windows.size() > 0) {
            metrics.put(name + "uniform.crossEntropy", Math.log(vocabulary.size()));
            metrics.put(name + "uniform.perplexity", (double) vocabulary.size());
            unigram(windows).putInto(metrics, name + "unigram.");
            bigram.getOrDefault(name, new BaselineTally()).putInto(metrics, name + "bigram.");
          }
        });
    return metrics;
  }

  private BaselineTally unigram(Windows windows) {
    BaselineTally tally = new BaselineTally();
    windows.forEachPair(
        (before, target) -> tally.add(target, unigram.probability(target), unigram.rank(target)));
    return tally;
  }

  private Map<String, BaselineTally> bigram() {
    Windows validation = corpus.windows(Split.VALIDATION);
    groups.forEach(
        bigrams ->
            validation.forEachPair(
                (before, target) -> {
                  if (bigrams.covers(before)) {
                    interpolation.observe(
                        groups.countBefore(before),
                        bigrams.count(before, target),
                        unigram.probability(target));
                  }
                }));
    interpolation.choose();
    Map<String, BaselineTally> tallies = new TreeMap<>();
    groups.forEach(
        bigrams ->
            scored.forEach(
                (name, windows) ->
                    score(
                        bigrams,
                        windows,
                        tallies.computeIfAbsent(name, unseen -> new BaselineTally()))));
    return tallies;
  }

  private void score(Bigrams bigrams, Windows windows, BaselineTally tally) {
    Map<Integer, int[]> offers = new HashMap<>();
    windows.forEachPair(
        (before, target) -> {
          if (bigrams.covers(before)) {
            int[] offered = offers.computeIfAbsent(before, word -> offers(bigrams, word));
            double probability = probability(before, target, bigrams.count(before, target));
            tally.add(target, probability, place(target, offered));
          }
        });
  }

  private double probability(int before, int target, long count) {
    return interpolation.probability(
        groups.countBefore(before), count, unigram.probability(target));
  }

  /**
   * Returns the most probable words after {@code before}. Of the words that never followed it, only
   * the most frequent can be among them.
   */
  private int[] offers(Bigrams bigrams, int before) {
    List<Integer> words = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    bigrams.followers(
        before,
        (target, count) -> {
          if (!vocabulary.isSpecial(target)) {
            words.add(target);
            probabilities.add(probability(before, target, count));
          }
        });
    for (int word : unigram.best()) {
      if (bigrams.count(before, word) == 0) {
        words.add(word);
        probabilities.add(probability(before, word, 0));
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.<Integer>comparingDouble(i -> -probabilities.get(i))
            .thenComparingInt(words::get));
    return order.stream().limit(DEEPEST).mapToInt(words::get).toArray();
  }

  /**
   * Returns the rank of a word from 1; {@link Integer#MAX_VALUE} if it is not among the
   * predictions.
   */
  private static int place(int target, int[] offered) {
    for (int i = 0; i < offered.length; i++) {
      if (offered[i] == target) {
        return i + 1;
      }
    }
    return Integer.MAX_VALUE;
  }
}
