package dev.inputmethod.kernel;

import static dev.inputmethod.kernel.VectorFunctions.SPECIES;
import static dev.inputmethod.kernel.VectorFunctions.WIDTH;
import static dev.inputmethod.kernel.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The operations of {@link LoopKernels} on vectors of the machine's width: the same operations in
 * the same order for each number, and so the same bits.
 *
 * <p>Methods are small and have at most one loop: the compiler keeps vectors in registers only
 * where it inlines everything, and says nothing where it does not. Forward, gates go by one kind at
 * a time: all of a cell in one loop want more constants than there are registers, and took three to
 * five times as long.
 */
final class VectorKernels implements Kernels {
  private final VectorProduct product = new VectorProduct();

  @Override
  public String name() {
    return "vector-" + SPECIES.vectorBitSize();
  }

  @Override
  public void multiply(Matrix left, Matrix right, Matrix into, boolean add) {
    product.multiply(left, right, into, add);
  }

  @Override
  public void addProduct(Pieces left, Matrix right, Matrix into) {
    product.addProduct(left, right, into);
  }

  @Override
  public void tanhForward(Span sums, Span hidden, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      VectorFunctions.tanh(load(sums, i)).intoArray(hidden.values(), hidden.at() + i);
    }
  }

  @Override
  public void tanhBackward(Span sums, Span hidden, Span dHidden, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      FloatVector h = load(hidden, i);
      load(dHidden, i)
          .mul(h.neg().fma(h, FloatVector.broadcast(SPECIES, 1f)))
          .intoArray(sums.values(), sums.at() + i);
    }
  }

  @Override
  public void reluForward(Span sums, Span hidden, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      load(sums, i).max(0f).intoArray(hidden.values(), hidden.at() + i);
    }
  }

  @Override
  public void reluBackward(Span sums, Span hidden, Span dHidden, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      VectorMask<Float> passes = load(hidden, i).compare(VectorOperators.GT, 0f);
      FloatVector.zero(SPECIES)
          .blend(load(dHidden, i), passes)
          .intoArray(sums.values(), sums.at() + i);
    }
  }

  @Override
  public void lstmForward(
      Span gates, Span cellBefore, Span cell, Span tanhCell, Span hidden, int n) {
    sigmoids(gates, 2 * n);
    tanhForward(gates.plus(2 * n), gates.plus(2 * n), n);
    sigmoids(gates.plus(3 * n), n);
    lstmState(gates, cellBefore, cell, tanhCell, hidden, n);
  }

  private static void sigmoids(Span sums, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      VectorFunctions.sigmoid(load(sums, i)).intoArray(sums.values(), sums.at() + i);
    }
  }

  private static void lstmState(
      Span gates, Span cellBefore, Span cell, Span tanhCell, Span hidden, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      FloatVector now =
          load(gates, n + i).fma(load(cellBefore, i), load(gates, i).mul(load(gates, 2 * n + i)));
      FloatVector squashed = VectorFunctions.tanh(now);
      now.intoArray(cell.values(), cell.at() + i);
      squashed.intoArray(tanhCell.values(), tanhCell.at() + i);
      load(gates, 3 * n + i).mul(squashed).intoArray(hidden.values(), hidden.at() + i);
    }
  }

  @Override
  public void lstmBackward(
      Span gates, Span cellBefore, Span tanhCell, Span dHidden, Span dCell, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      lstmBackward(gates, cellBefore, tanhCell, dHidden, dCell, n, i);
    }
  }

  private static void lstmBackward(
      Span gates, Span cellBefore, Span tanhCell, Span dHidden, Span dCell, int n, int i) {
    float[] g = gates.values();
    int at = gates.at() + i;
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector input = FloatVector.fromArray(SPECIES, g, at);
    FloatVector forget = FloatVector.fromArray(SPECIES, g, at + n);
    FloatVector candidate = FloatVector.fromArray(SPECIES, g, at + 2 * n);
    FloatVector output = FloatVector.fromArray(SPECIES, g, at + 3 * n);
    FloatVector squashed = load(tanhCell, i);
    FloatVector dh = load(dHidden, i);
    FloatVector dc = dh.mul(output).fma(squashed.neg().fma(squashed, one), load(dCell, i));
    dc.mul(candidate).mul(input.neg().fma(input, input)).intoArray(g, at);
    dc.mul(load(cellBefore, i)).mul(forget.neg().fma(forget, forget)).intoArray(g, at + n);
    dc.mul(input).mul(candidate.neg().fma(candidate, one)).intoArray(g, at + 2 * n);
    dh.mul(squashed).mul(output.neg().fma(output, output)).intoArray(g, at + 3 * n);
    dc.mul(forget).intoArray(dCell.values(), dCell.at() + i);
  }

  @Override
  public void gruForward(Span gates, Span recurrent, Span hiddenBefore, Span hidden, int n) {
    sigmoids(gates, 2 * n);
    gruState(gates, recurrent, hiddenBefore, hidden, n);
  }

  private static void gruState(Span gates, Span recurrent, Span hiddenBefore, Span hidden, int n) {
    Span candidates = gates.plus(2 * n);
    for (int i = 0; i < n; i += WIDTH) {
      FloatVector candidate =
          VectorFunctions.tanh(load(gates, i).fma(load(recurrent, i), load(candidates, i)));
      candidate.intoArray(candidates.values(), candidates.at() + i);
      load(gates, n + i)
          .fma(load(hiddenBefore, i).sub(candidate), candidate)
          .intoArray(hidden.values(), hidden.at() + i);
    }
  }

  @Override
  public void gruBackward(
      Span gates, Span recurrent, Span hiddenBefore, Span dHidden, Span dHiddenBefore, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      gruBackward(gates, recurrent, hiddenBefore, dHidden, dHiddenBefore, n, i);
    }
  }

  private static void gruBackward(
      Span gates,
      Span recurrent,
      Span hiddenBefore,
      Span dHidden,
      Span dHiddenBefore,
      int n,
      int i) {
    float[] g = gates.values();
    int at = gates.at() + i;
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector reset = FloatVector.fromArray(SPECIES, g, at);
    FloatVector update = FloatVector.fromArray(SPECIES, g, at + n);
    FloatVector candidate = FloatVector.fromArray(SPECIES, g, at + 2 * n);
    FloatVector dh = load(dHidden, i);
    FloatVector dSum = dh.mul(one.sub(update)).mul(candidate.neg().fma(candidate, one));
    dSum.mul(load(recurrent, i)).mul(reset.neg().fma(reset, reset)).intoArray(g, at);
    dh.mul(load(hiddenBefore, i).sub(candidate))
        .mul(update.neg().fma(update, update))
        .intoArray(g, at + n);
    dSum.intoArray(g, at + 2 * n);
    dSum.mul(reset).intoArray(recurrent.values(), recurrent.at() + i);
    dh.fma(update, load(dHiddenBefore, i))
        .intoArray(dHiddenBefore.values(), dHiddenBefore.at() + i);
  }

  @Override
  public void exponentials(Span logits, int rows, int lanes, Span greatest, Span sums) {
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      FloatVector before = load(greatest, lane);
      FloatVector most = greatest(logits.plus(lane), rows, lanes, before);
      FloatVector sum = exponentials(logits.plus(lane), rows, lanes, most);
      FloatVector rescaled = VectorFunctions.exp(before.sub(most));
      load(sums, lane).fma(rescaled, sum).intoArray(sums.values(), sums.at() + lane);
      most.intoArray(greatest.values(), greatest.at() + lane);
    }
  }

  private static FloatVector greatest(Span column, int rows, int lanes, FloatVector before) {
    FloatVector most = before;
    for (int row = 0; row < rows; row++) {
      most = most.max(load(column, row * lanes));
    }
    return most;
  }

  private static FloatVector exponentials(Span column, int rows, int lanes, FloatVector most) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int row = 0; row < rows; row++) {
      FloatVector power = VectorFunctions.exp(load(column, row * lanes).sub(most));
      power.intoArray(column.values(), column.at() + row * lanes);
      sum = sum.add(power);
    }
    return sum;
  }

  @Override
  public void scaleLanes(Span block, int rows, int lanes, Span factors) {
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      scaleColumn(block.plus(lane), rows, lanes, load(factors, lane));
    }
  }

  private static void scaleColumn(Span column, int rows, int lanes, FloatVector factor) {
    for (int row = 0; row < rows; row++) {
      withoutNegligible(load(column, row * lanes).mul(factor))
          .intoArray(column.values(), column.at() + row * lanes);
    }
  }

  private static FloatVector withoutNegligible(FloatVector x) {
    return x.blend(0f, x.abs().compare(VectorOperators.LT, NEGLIGIBLE));
  }

  @Override
  public void addSquares(Span numbers, int rows, Span sums) {
    for (int column = 0; column < NORM_COLUMNS; column += 2 * WIDTH) {
      addTwoSquares(numbers.plus(column), rows, sums.plus(column));
    }
  }

  private static void addTwoSquares(Span numbers, int rows, Span sums) {
    FloatVector first = load(sums, 0);
    FloatVector second = load(sums, WIDTH);
    for (int row = 0; row < rows; row++) {
      FloatVector x = load(numbers, row * NORM_COLUMNS);
      FloatVector y = load(numbers, row * NORM_COLUMNS + WIDTH);
      first = x.fma(x, first);
      second = y.fma(y, second);
    }
    first.intoArray(sums.values(), sums.at());
    second.intoArray(sums.values(), sums.at() + WIDTH);
  }

  @Override
  public void add(Span block, Span into, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      load(into, i).add(load(block, i)).intoArray(into.values(), into.at() + i);
    }
  }

  @Override
  public void dropNegligible(Span numbers, int n) {
    for (int i = 0; i < n; i += WIDTH) {
      withoutNegligible(load(numbers, i)).intoArray(numbers.values(), numbers.at() + i);
    }
  }

  @Override
  public void adam(
      Span parameters, Span gradient, Span first, Span second, int n, AdamRates rates) {
    int whole = n - n % WIDTH;
    for (int i = 0; i < whole; i += WIDTH) {
      FloatVector g = load(gradient, i);
      FloatVector m = load(first, i);
      FloatVector v = load(second, i);
      m = g.sub(m).fma(FloatVector.broadcast(SPECIES, rates.firstGain()), m);
      v = g.mul(g).sub(v).fma(FloatVector.broadcast(SPECIES, rates.secondGain()), v);
      FloatVector scale = FloatVector.broadcast(SPECIES, rates.rootScale());
      FloatVector root = v.sqrt().fma(scale, FloatVector.broadcast(SPECIES, rates.epsilon()));
      m.div(root)
          .fma(FloatVector.broadcast(SPECIES, -rates.rate()), load(parameters, i))
          .intoArray(parameters.values(), parameters.at() + i);
      m.intoArray(first.values(), first.at() + i);
      v.intoArray(second.values(), second.at() + i);
    }
    for (int i = whole; i < n; i++) {
      LoopKernels.adam(parameters, gradient, first, second, rates, i);
    }
  }

  @Override
  public void adamUpdates(Span first, Span second, Span updates, int n, AdamRates rates) {
    int whole = n - n % WIDTH;
    for (int i = 0; i < whole; i += WIDTH) {
      FloatVector scale = FloatVector.broadcast(SPECIES, rates.rootScale());
      FloatVector root =
          load(second, i).sqrt().fma(scale, FloatVector.broadcast(SPECIES, rates.epsilon()));
      load(first, i).div(root).mul(rates.rate()).intoArray(updates.values(), updates.at() + i);
    }
    for (int i = whole; i < n; i++) {
      updates.values()[updates.at() + i] =
          rates.update(first.values()[first.at() + i], second.values()[second.at() + i]);
    }
  }
}
