package dev.inputmethod.batch;

import dev.inputmethod.engine.Predictor;
import dev.inputmethod.sweep.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Predicts 去 and 要 after any text, and remembers the texts. */
final class FakePredictor implements Predictor {
  final List<String> prefixes = new ArrayList<>();
  String asked = "";
  int warmUps;
  boolean closed;

  @Override
  public String trial() {
    return "gru-1x4-forward-seed1-0123abcd";
  }

  @Override
  public void warmUp() {
    warmUps++;
  }

  @Override
  public List<Suggestion> candidates(String prefix, int count) {
    asked = "next " + count;
    prefixes.add(prefix);
    return List.of(new Suggestion("去", 0.31239), new Suggestion("要", 0.28561))
        .subList(0, Math.min(2, count));
  }

  @Override
  public List<Suggestion> continuations(String prefix, int words, int beam) {
    asked = words + " words, beam " + beam;
    prefixes.add(prefix);
    return List.of(new Suggestion("去".repeat(words), 0.25)).subList(0, Math.min(beam, 1));
  }

  @Override
  public void close() {
    closed = true;
  }
}
