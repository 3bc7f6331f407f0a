package dev.inputmethod.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Cross-entropy, recall@k and MRR@5 of a network, by PyTorch's own cross_entropy and topk. */
final class Scores {
  private static final int CHUNK = 512;
  private static final int DEEPEST = 5;

  /** PyTorch's number for no reduction: a loss for each example. */
  private static final int EACH = 0;

  private final int reserved;
  private long targets;
  private double nats;
  private long known;
  private double knownNats;
  private double reciprocals;
  private final long[] hits = new long[DEEPEST];

  private Scores(int reserved) {
    this.reserved = reserved;
  }

  static Scores of(Network network, Examples examples, int reserved) {
    Scores scores = new Scores(reserved);
    network.training(false);
    for (int from = 0; from < examples.size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, examples.size());
      try (PointerScope scope = new PointerScope();
          AutoGradMode off = new AutoGradMode(false)) {
        scores.add(network.predict(examples.contexts(from, to)), examples.targets(from, to));
      }
    }
    network.training(true);
    return scores;
  }

  private void add(Tensor logits, long[] wanted) {
    Tensor loss =
        torch.cross_entropy_loss(
            logits, Tensor.create(wanted), new TensorOptional(), EACH, -100, 0);
    Tensor offered = logits.narrow(1, reserved, logits.size(1) - reserved);
    LongPointer best = offered.topk(DEEPEST, 1, true, true).get1().contiguous().data_ptr_long();
    float[] each = new float[wanted.length];
    loss.contiguous().data_ptr_float().get(each);
    for (int i = 0; i < wanted.length; i++) {
      targets++;
      nats += each[i];
      if (wanted[i] != 0) {
        known++;
        knownNats += each[i];
      }
      for (int place = 0; place < DEEPEST; place++) {
        if (best.get((long) i * DEEPEST + place) + reserved == wanted[i]) {
          hit(place);
        }
      }
    }
  }

  private void hit(int place) {
    reciprocals += 1.0 / (place + 1);
    for (int k = place; k < DEEPEST; k++) {
      hits[k]++;
    }
  }

  /** Nats per word, over all targets. */
  double crossEntropy() {
    return nats / targets;
  }

  /** Every figure by name. */
  Map<String, Object> metrics(String split) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(split + ".targets", targets);
    all.put(split + ".crossEntropy", crossEntropy());
    all.put(split + ".perplexity", Math.exp(crossEntropy()));
    all.put(split + ".crossEntropyInVocabulary", knownNats / known);
    all.put(split + ".recallAt1", (double) hits[0] / targets);
    all.put(split + ".recallAt3", (double) hits[2] / targets);
    all.put(split + ".recallAt5", (double) hits[4] / targets);
    all.put(split + ".mrrAt5", reciprocals / targets);
    return all;
  }
}
