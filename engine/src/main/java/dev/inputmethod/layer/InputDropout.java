package dev.inputmethod.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Inverted dropout with a random stream of its own: each number is dropped with a probability, what
 * is left is scaled by 1/(1 − probability).
 */
final class InputDropout {
  private final double probability;
  private boolean suspended;
  private long seed;
  private @Nullable Random random;
  private @Nullable INDArray mask;

  InputDropout(double probability) {
    this.probability = probability;
  }

  boolean active() {
    return probability > 0 && !suspended;
  }

  /** While suspended it is not active, and no mask is drawn. */
  void suspend(boolean value) {
    this.suspended = value;
  }

  /** Starts the stream of masks anew. */
  void seed(long value) {
    this.seed = value;
    this.random = null;
  }

  /** into = what is left of {@code rows}. */
  void apply(INDArray rows, INDArray into) {
    rows.muli(draw(rows.dataType(), rows.size(0), rows.size(1)), into);
  }

  /** The next mask, {@code [rows, columns]}: 0, or 1/(1 − probability). */
  INDArray draw(DataType type, long rows, long columns) {
    if (random == null) {
      random = Nd4j.getRandomFactory().getNewRandomInstance(seed);
    }
    INDArray drawn = mask;
    if (drawn == null || drawn.size(0) != rows || drawn.size(1) != columns) {
      drawn = Buffers.matrix(type, rows, columns);
      mask = drawn;
    }
    Nd4j.getExecutioner().exec(new BernoulliDistribution(drawn, 1 - probability), random);
    drawn.divi(1 - probability);
    return drawn;
  }

  /** ∂L/∂(what was left) becomes ∂L/∂rows. */
  void backward(INDArray gradient) {
    if (mask == null) {
      throw new IllegalStateException("no mask was drawn: run a training forward pass first");
    }
    gradient.muli(mask);
  }
}
