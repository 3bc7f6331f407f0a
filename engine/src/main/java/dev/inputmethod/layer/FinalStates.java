package dev.inputmethod.layer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where each direction's own final state lies among the rows of all steps: for the forward half at
 * the last real step, for the backward half at step 0.
 */
final class FinalStates {
  private final boolean bidirectional;
  private final @Nullable INDArray mask;
  private final String layer;

  /**
   * @param mask {@code [batch, time]}, padded on the right; null where all steps are real
   */
  FinalStates(boolean bidirectional, @Nullable INDArray mask, String layer) {
    this.bidirectional = bidirectional;
    this.mask = mask;
    this.layer = layer;
  }

  /**
   * finals = the final states.
   *
   * @param rows {@code [time·batch, features]}
   * @param finals {@code [batch, features]}
   */
  void read(INDArray rows, INDArray finals) {
    move(rows, finals, (steps, of) -> of.assign(steps));
  }

  /** Adds to the rows of all steps what belongs to the final states. */
  void addTo(INDArray rows, INDArray finals) {
    move(rows, finals, (steps, of) -> steps.addi(of));
  }

  private interface Move {
    void between(INDArray steps, INDArray finals);
  }

  private void move(INDArray rows, INDArray finals, Move move) {
    long batch = finals.size(0);
    long features = finals.size(1);
    long forward = bidirectional ? features / 2 : features;
    if (mask == null) {
      long last = rows.size(0) - batch;
      move.between(
          Matrices.block(rows, last, batch, 0, forward),
          Matrices.block(finals, 0, batch, 0, forward));
    } else {
      for (long example = 0; example < batch; example++) {
        long row = lastRealStep(mask, example) * batch + example;
        move.between(
            Matrices.block(rows, row, 1, 0, forward),
            Matrices.block(finals, example, 1, 0, forward));
      }
    }
    if (forward < features) {
      move.between(
          Matrices.block(rows, 0, batch, forward, features - forward),
          Matrices.block(finals, 0, batch, forward, features - forward));
    }
  }

  private long lastRealStep(INDArray ofMask, long example) {
    long length = 0;
    while (length < ofMask.size(1) && ofMask.getDouble(example, length) != 0) {
      length++;
    }
    if (length == 0 || ofMask.getRow(example).sumNumber().longValue() != length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "expected the mask of example %d to be ones and then zeros but found %s %s",
              example,
              ofMask.getRow(example),
              layer));
    }
    return length - 1;
  }
}
