package dev.inputmethod.kernel;

import java.util.Arrays;

/**
 * Activations at every step and the gradients of the loss with respect to them, {@code [time,
 * features, lanes]}.
 *
 * <p>Weight gradients want the activations with an example a row as well: {@code [time, batch,
 * features]}.
 */
public final class Steps {
  private final Shape shape;
  private final int features;
  private final float[] values;
  private final float[] byExample;
  private final float[] gradients;

  /** All zero. */
  public Steps(Shape shape, int features) {
    this.shape = shape;
    this.features = features;
    int length = Math.multiplyExact(Math.multiplyExact(shape.time(), features), shape.lanes());
    this.values = new float[length];
    this.gradients = new float[length];
    this.byExample = new float[shape.time() * features * shape.batch()];
  }

  public Shape shape() {
    return shape;
  }

  public int features() {
    return features;
  }

  /** All features at a step, {@code [features, lanes]}. */
  public Matrix values(int t) {
    return Matrix.of(new Span(values, t * block()), features, shape.lanes());
  }

  /** From one feature of a step on. */
  public Span values(int t, int feature) {
    return new Span(values, t * block() + feature * shape.lanes());
  }

  /** ∂L/∂values of a step, {@code [features, lanes]}. */
  public Matrix gradients(int t) {
    return Matrix.of(new Span(gradients, t * block()), features, shape.lanes());
  }

  /** From one feature of a step on. */
  public Span gradients(int t, int feature) {
    return new Span(gradients, t * block() + feature * shape.lanes());
  }

  /** The activations of a step, {@code [batch, features]}. */
  public Matrix byExample(int t) {
    return byExample(t, 1);
  }

  /** The activations of some steps, {@code [steps·batch, features]}. */
  Matrix byExample(int first, int steps) {
    int length = shape.batch() * features;
    return Matrix.of(new Span(byExample, first * length), steps * shape.batch(), features);
  }

  /** Fills {@link #byExample(int)} from the values. */
  public void turnToExamples() {
    for (int t = 0; t < shape.time(); t++) {
      byExample(t).assignTransposed(values(t).columns(0, shape.batch()));
    }
  }

  /** Fills the values from {@link #byExample(int)}. */
  public void turnToLanes() {
    for (int t = 0; t < shape.time(); t++) {
      values(t).columns(0, shape.batch()).assignTransposed(byExample(t));
    }
  }

  public void clearGradients() {
    Arrays.fill(gradients, 0);
  }

  private int block() {
    return features * shape.lanes();
  }
}
