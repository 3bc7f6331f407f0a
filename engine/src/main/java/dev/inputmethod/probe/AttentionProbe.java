package dev.inputmethod.probe;

import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import java.util.List;
import java.util.Optional;

/** Measures how far back a model's attention looks, over the same examples whenever it is asked. */
final class AttentionProbe {
  private final List<Batch> examples;

  /**
   * @param examples of one length; what is padded in them does not count
   */
  AttentionProbe(List<Batch> examples) {
    this.examples = List.copyOf(examples);
  }

  /** Empty for a model without attention, or one that answers at several steps. */
  Optional<Measurement> measure(NextWordModel model, int epoch, long step, Moment moment) {
    ExampleCurves weights = new ExampleCurves();
    for (Batch batch : examples) {
      model.attention(batch).ifPresent(seen -> weights.add(seen, batch.padding()));
    }
    return weights.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Measurement.Attention(epoch, step, moment, weights.counts(), weights.mean()));
  }
}
