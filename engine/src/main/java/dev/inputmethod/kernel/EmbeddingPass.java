package dev.inputmethod.kernel;

import java.util.Arrays;

/** Looks words up, and gives each word's gradient back to it. */
final class EmbeddingPass implements InputPass {
  private final Matrix weight;
  private final Matrix dWeight;
  private final float[] transposed;
  private int[] ids = {};
  private int[] touched = {};

  /**
   * For one shape of batch.
   *
   * @param weight {@code [words, features]}
   * @param dWeight where its gradient goes; zero but for what was written by this pass
   */
  EmbeddingPass(Matrix weight, Matrix dWeight, Shape shape) {
    this.weight = weight;
    this.dWeight = dWeight;
    this.transposed = new float[shape.batch() * weight.columns()];
  }

  @Override
  public void forward(float[] input, Steps output) {
    ids = Ids.of(input);
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
  @Override
  public void backward(Steps output) {
    int features = weight.columns();
    release();
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
  @Override
  public void release() {
    int features = weight.columns();
    for (int id : touched) {
      int from = dWeight.at() + id * features;
      Arrays.fill(dWeight.values(), from, from + features, 0);
    }
    touched = new int[0];
  }
}
