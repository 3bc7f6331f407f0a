package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentWeights.Biases;
import java.util.Arrays;
import java.util.Optional;

/**
 * One direction of a recurrent layer through all its steps and back, from a state of zeros. What is
 * special to a cell is in the subclasses.
 *
 * <p>States and their gradients are rows of the layer's output, from {@code firstRow} on.
 */
public abstract class RecurrentPass {
  final Kernels kernels;
  final RecurrentWeights weights;
  final RecurrentWeights gradients;
  final int hidden;
  final int lanes;

  private final Shape shape;
  private final boolean reversed;
  private final float[] sums;
  private final float[] laneSums;
  private final float[] biasOfSums;
  private final Matrix inputTransposed;
  private final Matrix recurrentTransposed;
  private final Span zeros;
  private final Span nowhere;
  private boolean observed;
  private float[] gatesSeen = {};

  RecurrentPass(
      Kernels kernels,
      RecurrentWeights weights,
      RecurrentWeights gradients,
      Shape shape,
      boolean reversed) {
    this.kernels = kernels;
    this.weights = weights;
    this.gradients = gradients;
    this.shape = shape;
    this.reversed = reversed;
    this.hidden = weights.hidden();
    this.lanes = shape.lanes();
    int width = weights.recurrent().rows();
    this.sums = new float[Math.multiplyExact(shape.time(), width * lanes)];
    this.laneSums = new float[width * lanes];
    this.biasOfSums = new float[width];
    this.inputTransposed = turned(weights.input());
    this.recurrentTransposed = turned(weights.recurrent());
    this.zeros = new Span(new float[hidden * lanes], 0);
    this.nowhere = new Span(new float[hidden * lanes], 0);
  }

  private static Matrix turned(Matrix weight) {
    Span room = new Span(new float[weight.rows() * weight.columns()], 0);
    return Matrix.of(room, /* rows= */ weight.columns(), /* columns= */ weight.rows());
  }

  /** Makes the pass for a cell. */
  public static RecurrentPass of(
      Kernels kernels,
      CellKind cell,
      RecurrentWeights weights,
      RecurrentWeights gradients,
      Shape shape,
      boolean reversed) {
    return switch (cell) {
      case TANH, RELU ->
          new SimplePass(kernels, cell == CellKind.RELU, weights, gradients, shape, reversed);
      case LSTM -> new LstmPass(kernels, weights, gradients, shape, reversed);
      case GRU -> new GruPass(kernels, weights, gradients, shape, reversed);
    };
  }

  /** Which arithmetic a cell has. */
  public enum CellKind {
    TANH(1),
    RELU(1),
    LSTM(4),
    GRU(3);

    private final int gates;

    CellKind(int gates) {
      this.gates = gates;
    }

    /** How many blocks of hidden size the weights have. */
    public int gates() {
      return gates;
    }
  }

  /** Writes every step's state into the output. */
  public final void forward(Steps input, Steps output, int firstRow) {
    sumBiases();
    for (int nth = 0; nth < shape.time(); nth++) {
      int t = reading(nth);
      Matrix sum = sums(t);
      sum.fillRows(new Span(biasOfSums, 0));
      kernels.multiply(weights.input(), input.values(t), sum, true);
      addRecurrent(t, nth > 0, before(nth, output, firstRow));
      activate(t, nth, before(nth, output, firstRow), output.values(t, firstRow));
    }
    if (observed) {
      gatesSeen = sums.clone();
    }
  }

  /**
   * From the next forward pass on, keeps what {@link #gate}, {@link #cell} and {@link
   * #cellGradient} show, at the cost of copies.
   */
  public final void observe(boolean keep) {
    observed = keep;
    if (!keep) {
      gatesSeen = new float[0];
    }
  }

  final boolean isObserved() {
    return observed;
  }

  /**
   * A gate's activations at a step, {@code [hidden, lanes]}; of a plain RNN's only one its state.
   */
  public final Span gate(int t, int index) {
    return new Span(gatesSeen, (t * biasOfSums.length + index * hidden) * lanes);
  }

  /** c after a step, {@code [hidden, lanes]}, of a cell that has one. */
  public Optional<Span> cell(int t) {
    return Optional.empty();
  }

  /**
   * ∂L/∂c after a step as the steps that are read later see it, {@code [hidden, lanes]}, of a cell
   * that has one.
   */
  public Optional<Span> cellGradient(int t) {
    return Optional.empty();
  }

  private void sumBiases() {
    weights.biases().ifPresent(this::sumBiases);
  }

  private void sumBiases(Biases biases) {
    for (int i = 0; i < biasOfSums.length; i++) {
      biasOfSums[i] =
          at(biases.input(), i) + (i < recurrentBiasesInSums() ? at(biases.recurrent(), i) : 0);
    }
  }

  private static float at(Span span, int i) {
    return span.values()[span.at() + i];
  }

  /**
   * Turns the gradients in the output's rows, which hold what comes from above, into the whole
   * ∂L/∂h of every step, and writes the parameters' gradients.
   *
   * @param input its examples' rows are filled
   * @param addToInput whether to add to the input's gradients or to write over them
   */
  public final void backward(Steps input, Steps output, int firstRow, boolean addToInput) {
    clear(gradients);
    Arrays.fill(laneSums, 0);
    Arrays.fill(nowhere.values(), 0);
    turnWeights();
    beginBackward();
    for (int nth = shape.time() - 1; nth >= 0; nth--) {
      int t = reading(nth);
      Span dHidden = output.gradients(t, firstRow);
      kernels.dropNegligible(dHidden, hidden * lanes);
      Span dHiddenBefore = nth == 0 ? nowhere : output.gradients(reading(nth - 1), firstRow);
      differentiate(t, nth, before(nth, output, firstRow), dHidden, dHiddenBefore);
      if (nth > 0) {
        backwardRecurrent(t, states(dHiddenBefore));
      }
      Matrix dSums = sums(t);
      kernels.add(span(dSums), new Span(laneSums, 0), laneSums.length);
      kernels.multiply(inputTransposed, dSums, input.gradients(t), addToInput);
    }
    writeGradients(input, output, firstRow);
  }

  /**
   * Once for all steps: read along a column, a weight takes a cache line for each of its rows, and
   * these lines crowd into few sets of the cache.
   */
  private void turnWeights() {
    inputTransposed.assignTransposed(weights.input());
    recurrentTransposed.assignTransposed(weights.recurrent());
  }

  /** Rᵀ in rows of its own while it goes back, {@code [hidden, gates·hidden]}. */
  final Matrix recurrentTransposed() {
    return recurrentTransposed;
  }

  private void writeGradients(Steps input, Steps output, int firstRow) {
    kernels.addProduct(
        overSteps(sums, biasOfSums.length, 0, shape.time()),
        input.byExample(0, shape.time()),
        gradients.input());
    int later = shape.time() - 1;
    if (later > 0) {
      // Read from its end, the state before step t is that of t + 1.
      writeRecurrent(
          reversed ? 0 : 1, output.byExample(reversed ? 1 : 0, later).columns(firstRow, hidden));
    }
    gradients.biases().ifPresent(this::writeBiases);
  }

  private static void clear(RecurrentWeights gradients) {
    gradients.input().clear();
    gradients.recurrent().clear();
  }

  private void writeBiases(Biases biases) {
    Matrix byLane = Matrix.of(new Span(laneSums, 0), biasOfSums.length, lanes);
    Matrix.of(biases.input(), biasOfSums.length, 1).clear();
    byLane.columns(0, shape.batch()).addRowSums(biases.input());
    System.arraycopy(
        biases.input().values(),
        biases.input().at(),
        biases.recurrent().values(),
        biases.recurrent().at(),
        biasOfSums.length);
    writeOwnBiases(biases);
  }

  /** The step that is read as the {@code nth}, counted from 0. */
  final int reading(int nth) {
    return reversed ? shape.time() - 1 - nth : nth;
  }

  /** The state before. */
  private Span before(int nth, Steps output, int firstRow) {
    return nth == 0 ? zeros : output.values(reading(nth - 1), firstRow);
  }

  /** The sums of a step, later the gates, in the end ∂L/∂sums: {@code [gates·hidden, lanes]}. */
  final Matrix sums(int t) {
    int width = biasOfSums.length;
    return Matrix.of(new Span(sums, t * width * lanes), width, lanes);
  }

  /** The examples' columns of blocks {@code [rows, lanes]} that lie step after step. */
  final Pieces overSteps(float[] blocks, int rows, int first, int steps) {
    int distance = rows * lanes;
    Matrix block = Matrix.of(new Span(blocks, first * distance), rows, lanes);
    return new Pieces(ofExamples(block), distance, steps);
  }

  final Matrix ofExamples(Matrix lanesOfFeatures) {
    return lanesOfFeatures.columns(0, shape.batch());
  }

  static Span span(Matrix matrix) {
    return new Span(matrix.values(), matrix.at());
  }

  final Matrix states(Span state) {
    return Matrix.of(state, hidden, lanes);
  }

  /** How many of the recurrent biases belong to the sums: all but those a cell keeps apart. */
  int recurrentBiasesInSums() {
    return biasOfSums.length;
  }

  /** Adds R·h of the state before, where there is one. */
  void addRecurrent(int t, boolean hasBefore, Span before) {
    if (hasBefore) {
      kernels.multiply(weights.recurrent(), states(before), sums(t), true);
    }
  }

  /** Sums and state before into gates and state. */
  abstract void activate(int t, int nth, Span before, Span state);

  /** Before the first step back. */
  void beginBackward() {}

  /** Gates into ∂L/∂sums. */
  abstract void differentiate(int t, int nth, Span before, Span dHidden, Span dHiddenBefore);

  /** ∂L/∂sums into the state before. */
  void backwardRecurrent(int t, Matrix dHiddenBefore) {
    kernels.multiply(recurrentTransposed, sums(t), dHiddenBefore, true);
  }

  /**
   * The recurrent weights' gradient.
   *
   * @param first the first of the steps that had a state before, which lie one after another
   * @param statesBefore those, {@code [steps·batch, hidden]}
   */
  void writeRecurrent(int first, Matrix statesBefore) {
    kernels.addProduct(dSums(first), statesBefore, gradients.recurrent());
  }

  /** ∂L/∂sums of all steps but one, from a step on. */
  final Pieces dSums(int first) {
    return overSteps(sums, biasOfSums.length, first, shape.time() - 1);
  }

  /** Corrects the recurrent biases' gradient where a cell keeps some apart. */
  void writeOwnBiases(Biases biases) {}
}
