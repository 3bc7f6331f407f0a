package dev.inputmethod.batch;

import dev.inputmethod.engine.Predictor;
import dev.inputmethod.engine.Predictor.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to offer for a prefix.
 *
 * @param candidates how many to show at the most
 * @param words how many words a continuation has; 1 offers next words, whatever the beam
 * @param beam hypotheses kept for a continuation, of which no more can be shown; 1 is greedy
 */
record Offer(int candidates, int words, int beam) {
  /** One line: {@code 1. 去 (0.3124) 2. 要 (0.2856)}. */
  String line(Predictor predictor, String prefix) {
    List<Candidate> offered =
        words > 1
            ? predictor.continuations(prefix, words, beam)
            : predictor.candidates(prefix, candidates);
    if (offered.isEmpty()) {
      return "(nothing to offer)";
    }
    List<String> numbered = new ArrayList<>();
    for (Candidate candidate : offered.subList(0, Math.min(candidates, offered.size()))) {
      numbered.add(
          String.format(
              Locale.ROOT,
              "%d. %s (%.4f)",
              numbered.size() + 1,
              candidate.text(),
              candidate.probability()));
    }
    return String.join("  ", numbered);
  }
}
