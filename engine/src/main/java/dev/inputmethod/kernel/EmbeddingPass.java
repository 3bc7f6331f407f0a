package dev.inputmethod.kernel;

import java.util.Arrays;

/** Looks words up, and gives each word's gradient back to it. */
public final class EmbeddingPass {
  private final Matrix weight;
  private final Matrix dWeight;
  private final float[] transposed;
  private int[] touched = {};

  /**
   * For one shape of batch.
   *
   * @param weight {@code [words, features]}
   * @param dWeight where its gradient goes; zero but for what was written by this pass
   */
  public EmbeddingPass(Matrix weight, Matrix dWeight, Shape shape) {
    this.weight = weight;
    this.dWeight = dWeight;
    this.transposed = new float[shape.batch() * weight.columns()];
  }

  /**
   * Fills values and examples' rows.
   *
   * @param ids {@code [batch, time]}
   */
  public void forward(int[] ids, Steps output) {
    int features = weight.columns();
    for (int t = 0; t < output.shape().time(); t++) {
      Matrix rows = output.byExample(t);
      for (int example = 0; example < rows.rows(); example++) {
        int id = ids[example * output.shape().time() + t];
        System.arraycopy(
            weight.values(),
            weight.at() + id * features,
            rows.values(),
            rows.at() + example * features,
            features);
      }
    }
    output.turnToLanes();
  }

  /** Adds up each word's gradient, step by step and example by example. */
  public void backward(int[] ids, Steps output) {
    int features = weight.columns();
    forgetTouched();
    for (int t = 0; t < output.shape().time(); t++) {
      int batch = output.shape().batch();
      Matrix rows = Matrix.of(new Span(transposed, 0), batch, features);
      rows.assignTransposed(output.gradients(t).columns(0, batch));
      for (int example = 0; example < batch; example++) {
        int to = dWeight.at() + ids[example * output.shape().time() + t] * features;
        for (int feature = 0; feature < features; feature++) {
          dWeight.values()[to + feature] += transposed[example * features + feature];
        }
      }
    }
    touched = ids;
  }

  /**
   * Only what was written needs to be cleared: most words of a large vocabulary are in no batch.
   */
  public void forgetTouched() {
    int features = weight.columns();
    for (int id : touched) {
      int from = dWeight.at() + id * features;
      Arrays.fill(dWeight.values(), from, from + features, 0);
    }
    touched = new int[0];
  }
}
