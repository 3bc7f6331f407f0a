package dev.inputmethod.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of an encoded split.
 *
 * @param targets the number of words to predict
 * @param unknownTargets the number of targets that are not in the vocabulary
 * @param contexts element n is the number of targets with n words of context available
 * @param files its files by name
 */
record SplitStatistics(
    long targets, long unknownTargets, List<Long> contexts, Map<String, FileSum> files) {
  SplitStatistics {
    contexts = List.copyOf(contexts);
    files = new TreeMap<>(files);
  }

  /**
   * Returns the share of context slots that are padding, from 0 to 1, at a context length up to
   * {@link SplitWriter#LONGEST_CONTEXT}.
   */
  double paddedShare(int contextLength) {
    if (contextLength < 1 || contextLength > SplitWriter.LONGEST_CONTEXT) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a context of %d words", contextLength));
    }
    double padded = 0;
    for (int n = 0; n < Math.min(contextLength, contexts.size()); n++) {
      padded += (double) contexts.get(n) * (contextLength - n);
    }
    return targets == 0 ? 0 : padded / ((double) targets * contextLength);
  }

  double outOfVocabularyRate() {
    return targets == 0 ? 0 : (double) unknownTargets / targets;
  }
}
