package dev.inputmethod.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes the {@link Baselines} of a corpus. */
final class BaselineScorer {
  private static final int DEEPEST = BaselineTally.DEEPEST;
  private static final List<Split> SCORED = List.of(Split.VALIDATION, Split.TEST);

  private final EncodedCorpus corpus;
  private final Vocabulary vocabulary;
  private final Unigram unigram;
  private final BigramGroups groups;
  private final Interpolation interpolation = new Interpolation();

  BaselineScorer(EncodedCorpus corpus, int pairsHeld) {
    this.corpus = corpus;
    this.vocabulary = corpus.vocabulary();
    Windows training = corpus.windows(Split.TRAIN);
    this.unigram = new Unigram(training, vocabulary, DEEPEST);
    this.groups = new BigramGroups(training, vocabulary.size(), pairsHeld);
  }

  Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    Map<Split, BaselineTally> bigram = bigram();
    for (Split split : SCORED) {
      if (corpus.windows(split).size() > 0) {
        metrics.put(split.label() + ".uniform.crossEntropy", Math.log(vocabulary.size()));
        metrics.put(split.label() + ".uniform.perplexity", (double) vocabulary.size());
        unigram(split).putInto(metrics, split.label() + ".unigram.");
        bigram
            .getOrDefault(split, new BaselineTally())
            .putInto(metrics, split.label() + ".bigram.");
      }
    }
    return metrics;
  }

  private BaselineTally unigram(Split split) {
    BaselineTally tally = new BaselineTally();
    corpus
        .windows(split)
        .forEachPair(
            (before, target) ->
                tally.add(target, unigram.probability(target), unigram.rank(target)));
    return tally;
  }

  private Map<Split, BaselineTally> bigram() {
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
    Map<Split, BaselineTally> tallies = new EnumMap<>(Split.class);
    SCORED.forEach(split -> tallies.put(split, new BaselineTally()));
    groups.forEach(bigrams -> tallies.forEach((split, tally) -> score(bigrams, split, tally)));
    return tallies;
  }

  private void score(Bigrams bigrams, Split split, BaselineTally tally) {
    Map<Integer, int[]> offers = new HashMap<>();
    corpus
        .windows(split)
        .forEachPair(
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
   * The most probable words after {@code before}. Of the words that never followed it only the
   * commonest can be among them: a rarer one has all of those before it.
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

  /** From 1; beyond what is scored when it is not offered. */
  private static int place(int target, int[] offered) {
    for (int i = 0; i < offered.length; i++) {
      if (offered[i] == target) {
        return i + 1;
      }
    }
    return Integer.MAX_VALUE;
  }
}
