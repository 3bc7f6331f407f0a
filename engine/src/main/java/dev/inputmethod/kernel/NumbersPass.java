package dev.inputmethod.kernel;

/** Numbers as they are, which have nothing to learn. */
final class NumbersPass implements InputPass {

  /**
   * @param input {@code [batch, features, time]}
   */
  @Override
  public void forward(float[] input, Steps output) {
    int time = output.shape().time();
    int features = output.features();
    for (int t = 0; t < time; t++) {
      Matrix rows = output.byExample(t);
      for (int example = 0; example < rows.rows(); example++) {
        for (int feature = 0; feature < features; feature++) {
          rows.values()[rows.at() + example * features + feature] =
              input[(example * features + feature) * time + t];
        }
      }
    }
    output.turnToLanes();
  }

  @Override
  public void backward(Steps output) {}

  @Override
  public void release() {}
}
