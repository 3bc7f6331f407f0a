package dev.inputmethod.layer;

import dev.inputmethod.kernel.LevelPass;
import dev.inputmethod.kernel.Matrix;
import dev.inputmethod.kernel.NetworkPass;
import dev.inputmethod.kernel.RecurrentPass;
import dev.inputmethod.kernel.Shape;
import dev.inputmethod.kernel.Span;
import dev.inputmethod.kernel.Steps;
import java.util.function.IntFunction;

/** Tells an observer what a backward pass of the fast form has left. */
final class StepNorms {
  private final NetworkPass network;
  private final Cell cell;

  StepNorms(NetworkPass network, Cell cell) {
    this.network = network;
    this.cell = cell;
  }

  /**
   * @param index the layer's, from 0
   */
  void report(GradientObservation observation, int index) {
    LevelPass level = network.levels().get(index);
    GradientObserver observer = observation.observer();
    int hidden = level.output().features() / level.directions();
    for (int d = 0; d < level.directions(); d++) {
      double[][] norms = norms(level.output(), d * hidden, hidden);
      observer.hidden(
          new HiddenGradients(observation.place(d), norms, cellNorms(level.direction(d), hidden)));
      if (observer.wantsStates()) {
        observer.states(states(observation.place(d), level, d, hidden));
      }
    }
    if (index == 0) {
      Steps words = network.embedded();
      observer.words(norms(words, 0, words.features()));
    }
  }

  private double[][] cellNorms(RecurrentPass pass, int hidden) {
    if (!cell.hasCellState()) {
      return new double[0][];
    }
    return norms(t -> pass.cellGradient(t).orElseThrow(), hidden);
  }

  private ObservedStates states(Place place, LevelPass level, int d, int hidden) {
    RecurrentPass pass = level.direction(d);
    float[][] gates = new float[cell.gates()][];
    for (int gate = 0; gate < gates.length; gate++) {
      int index = gate;
      gates[gate] = byExample(t -> pass.gate(t, index), hidden);
    }
    Shape shape = network.shape();
    return new ObservedStates(
        place,
        cell,
        shape.batch(),
        shape.time(),
        hidden,
        gates,
        byExample(t -> level.output().values(t, d * hidden), hidden),
        cell.hasCellState() ? byExample(t -> pass.cell(t).orElseThrow(), hidden) : new float[0]);
  }

  /** {@code [hidden, lanes]} of every step as {@code [time, batch, hidden]}. */
  private float[] byExample(IntFunction<Span> steps, int hidden) {
    Shape shape = network.shape();
    float[] numbers = new float[shape.time() * shape.batch() * hidden];
    for (int t = 0; t < shape.time(); t++) {
      Matrix lanes = Matrix.of(steps.apply(t), hidden, shape.lanes());
      int from = t * shape.batch() * hidden;
      Matrix.of(new Span(numbers, from), shape.batch(), hidden)
          .assignTransposed(lanes.columns(0, shape.batch()));
    }
    return numbers;
  }

  /** {@code [batch][time]}, of the gradients of each example's own loss. */
  private double[][] norms(Steps steps, int feature, int count) {
    return norms(t -> steps.gradients(t, feature), count);
  }

  private double[][] norms(IntFunction<Span> steps, int count) {
    Shape shape = network.shape();
    double[][] norms = new double[shape.batch()][shape.time()];
    for (int t = 0; t < shape.time(); t++) {
      double[] squares = squares(steps.apply(t), count, shape.lanes());
      for (int example = 0; example < shape.batch(); example++) {
        norms[example][t] = Math.sqrt(squares[example]) * shape.batch();
      }
    }
    return norms;
  }

  /** In double precision: the square of a vanished gradient is below every float. */
  private static double[] squares(Span gradients, int features, int lanes) {
    double[] squares = new double[lanes];
    for (int feature = 0; feature < features; feature++) {
      int from = gradients.at() + feature * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        double x = gradients.values()[from + lane];
        squares[lane] += x * x;
      }
    }
    return squares;
  }
}
