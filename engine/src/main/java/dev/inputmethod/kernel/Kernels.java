package dev.inputmethod.kernel;

import java.util.Arrays;

/**
 * The operations that take a training step's time.
 *
 * <p>Activations are blocks of features × lanes, a lane an example; the number of lanes is a
 * multiple of {@link #LANES}. Lengths {@code n} below are features · lanes.
 */
public interface Kernels {
  /** What the number of lanes is a multiple of: the widest vector there is, in floats. */
  int LANES = 16;

  /** How many sums a norm has side by side. */
  int NORM_COLUMNS = 4 * LANES;

  /** How many squares a column sums in single precision, which can do no more. */
  int NORM_ROWS = 256;

  /** How many numbers a norm sums in single precision. */
  int NORM_PART = NORM_ROWS * NORM_COLUMNS;

  /** 2⁻¹⁰⁰, about 8·10⁻³¹: a product with a weight is far from the least normal float, 2⁻¹²⁶. */
  float NEGLIGIBLE = 0x1p-100f;

  /** How much of a product's inner dimension is summed up at a time. */
  int BLOCK = 128;

  /** How many pieces are summed up at a time. */
  int GROUP = 8;

  /** The vectors that the operations run on, such as {@code vector-512}; without, {@code loops}. */
  String name();

  /**
   * into = left·right, or into += left·right; each number the sum of chains of fused multiply-adds,
   * one over every {@link #BLOCK} of the inner dimension in its order, each from zero.
   *
   * @param left rows of contiguous numbers, or columns
   * @param right rows of contiguous numbers
   * @param into rows of contiguous numbers
   */
  void multiply(Matrix left, Matrix right, Matrix into, boolean add);

  /**
   * into += left·right; each number the sum of chains of fused multiply-adds, one over every {@link
   * #GROUP} pieces, each from zero.
   *
   * @param left pieces with rows of contiguous numbers
   * @param right rows of contiguous numbers
   * @param into rows of contiguous numbers
   */
  void addProduct(Pieces left, Matrix right, Matrix into);

  /** h = tanh(sums). */
  void tanhForward(Span sums, Span hidden, int n);

  /** Sums become ∂L/∂sums = ∂L/∂h · (1 − h²). */
  void tanhBackward(Span sums, Span hidden, Span dHidden, int n);

  /** h = max(sums, 0). */
  void reluForward(Span sums, Span hidden, int n);

  /** Sums become ∂L/∂sums = ∂L/∂h where h &gt; 0, else 0. */
  void reluBackward(Span sums, Span hidden, Span dHidden, int n);

  /**
   * One step of an LSTM. The four blocks of sums (input, forget, candidate, output) become the
   * gates.
   */
  void lstmForward(Span gates, Span cellBefore, Span cell, Span tanhCell, Span hidden, int n);

  /**
   * One step back. The gates become ∂L/∂sums, and {@code dCell}, ∂L/∂c from the later steps, that
   * of the step before.
   */
  void lstmBackward(Span gates, Span cellBefore, Span tanhCell, Span dHidden, Span dCell, int n);

  /**
   * One step of a GRU. The three blocks of sums (reset, update, candidate without its recurrent
   * part) become the gates.
   *
   * @param recurrent R·h + b of the candidate, which the reset gate scales
   */
  void gruForward(Span gates, Span recurrent, Span hiddenBefore, Span hidden, int n);

  /**
   * One step back. The gates become ∂L/∂sums, {@code recurrent} becomes ∂L/∂recurrent.
   *
   * @param dHiddenBefore what goes straight to the state before, past the sums, is added to it
   */
  void gruBackward(
      Span gates, Span recurrent, Span hiddenBefore, Span dHidden, Span dHiddenBefore, int n);

  /**
   * Turns rows × lanes logits into e^(logit − greatest), where the greatest is that of the lane so
   * far.
   *
   * @param greatest of each lane so far; becomes that with these rows
   * @param sums Σ e^(logit − greatest) of each lane so far; becomes that with these rows
   */
  void exponentials(Span logits, int rows, int lanes, Span greatest, Span sums);

  /** Multiplies each lane of rows × lanes by its factor; what is negligible then becomes zero. */
  void scaleLanes(Span block, int rows, int lanes, Span factors);

  /** sums[column] += Σ x² over rows of {@link #NORM_COLUMNS} numbers. */
  void addSquares(Span numbers, int rows, Span sums);

  /** into += block. */
  void add(Span block, Span into, int n);

  /**
   * Turns what is smaller than {@link #NEGLIGIBLE} into zero; NaN stays.
   *
   * <p>A gradient that vanishes step by step ends in subnormal numbers, with which a processor may
   * take a hundred times as long, and which a JVM cannot turn off.
   */
  void dropNegligible(Span numbers, int n);

  /**
   * One step of Adam.
   *
   * @param first m
   * @param second v
   */
  void adam(Span parameters, Span gradient, Span first, Span second, int n, AdamRates rates);

  /**
   * What a step of Adam subtracted from parameters.
   *
   * @param first m after the step
   * @param second v after it
   */
  void adamUpdates(Span first, Span second, Span updates, int n, AdamRates rates);

  /** The fastest that this JVM can run. */
  static Kernels best() {
    return KernelChoice.best();
  }

  /** √Σx² over n numbers; taken again in double precision where squares may have been lost. */
  default double norm(Span numbers, int n) {
    double norm = Math.sqrt(addSquares(0, numbers, n));
    return WideNorm.isNeeded(norm) ? WideNorm.of(numbers, n) : norm;
  }

  /**
   * Σ x² on top of a sum so far, with partial sums in single precision; see {@link WideNorm} for
   * numbers too small or too large for that. Parts of {@link #NORM_PART} numbers, but for the last,
   * give the same bits as all of them at once.
   */
  default double addSquares(double sumSoFar, Span numbers, int n) {
    int rows = n / NORM_COLUMNS;
    double squares = sumSoFar;
    Span sums = new Span(new float[NORM_COLUMNS], 0);
    for (int row = 0; row < rows; row += NORM_ROWS) {
      Arrays.fill(sums.values(), 0);
      addSquares(numbers.plus(row * NORM_COLUMNS), Math.min(NORM_ROWS, rows - row), sums);
      for (float sum : sums.values()) {
        squares += sum;
      }
    }
    for (int i = rows * NORM_COLUMNS; i < n; i++) {
      double x = numbers.values()[numbers.at() + i];
      squares += x * x;
    }
    return squares;
  }
}
