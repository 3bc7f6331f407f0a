package dev.inputmethod.kernel;

import java.util.Arrays;

/**
 * The operations as plain loops: what they mean, and what runs where a JVM has no vectors to offer.
 */
final class LoopKernels implements Kernels {

  @Override
  public String name() {
    return "loops";
  }

  @Override
  public void multiply(Matrix left, Matrix right, Matrix into, boolean add) {
    if (!add) {
      into.clear();
    }
    for (int k = 0; k < left.columns(); k += BLOCK) {
      int block = Math.min(BLOCK, left.columns() - k);
      addSums(Pieces.one(left.columns(k, block)), right.rows(k, block), into);
    }
  }

  @Override
  public void addProduct(Pieces left, Matrix right, Matrix into) {
    int width = left.first().columns();
    for (int first = 0; first < left.count(); first += GROUP) {
      int count = Math.min(GROUP, left.count() - first);
      addSums(left.from(first, count), right.rows(first * width, count * width), into);
    }
  }

  /** Each row's sums are made from zero, and added in the end. */
  private static void addSums(Pieces left, Matrix right, Matrix into) {
    Matrix first = left.first();
    float[] sums = new float[into.columns()];
    for (int i = 0; i < into.rows(); i++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < left.columns(); k++) {
        int piece = k / first.columns() * left.distance();
        int at = left.row(i) + piece + k % first.columns() * first.columnStep();
        addRow(first.values()[at], right, right.at() + k * right.rowStep(), sums);
      }
      int to = into.at() + i * into.rowStep();
      for (int j = 0; j < sums.length; j++) {
        into.values()[to + j] = sums[j] + into.values()[to + j];
      }
    }
  }

  private static void addRow(float factor, Matrix right, int from, float[] sums) {
    float[] values = right.values();
    for (int j = 0; j < sums.length; j++) {
      sums[j] = Math.fma(factor, values[from + j], sums[j]);
    }
  }

  @Override
  public void tanhForward(Span sums, Span hidden, int n) {
    for (int i = 0; i < n; i++) {
      hidden.values()[hidden.at() + i] = Functions.tanh(sums.values()[sums.at() + i]);
    }
  }

  @Override
  public void tanhBackward(Span sums, Span hidden, Span dHidden, int n) {
    for (int i = 0; i < n; i++) {
      float h = hidden.values()[hidden.at() + i];
      sums.values()[sums.at() + i] = dHidden.values()[dHidden.at() + i] * Math.fma(-h, h, 1f);
    }
  }

  @Override
  public void reluForward(Span sums, Span hidden, int n) {
    for (int i = 0; i < n; i++) {
      hidden.values()[hidden.at() + i] = Math.max(sums.values()[sums.at() + i], 0f);
    }
  }

  @Override
  public void reluBackward(Span sums, Span hidden, Span dHidden, int n) {
    for (int i = 0; i < n; i++) {
      boolean passes = hidden.values()[hidden.at() + i] > 0;
      sums.values()[sums.at() + i] = passes ? dHidden.values()[dHidden.at() + i] : 0f;
    }
  }

  @Override
  public void lstmForward(
      Span gates, Span cellBefore, Span cell, Span tanhCell, Span hidden, int n) {
    float[] g = gates.values();
    for (int i = 0; i < n; i++) {
      int at = gates.at() + i;
      float input = Functions.sigmoid(g[at]);
      float forget = Functions.sigmoid(g[at + n]);
      float candidate = Functions.tanh(g[at + 2 * n]);
      float output = Functions.sigmoid(g[at + 3 * n]);
      float before = cellBefore.values()[cellBefore.at() + i];
      float now = Math.fma(forget, before, input * candidate);
      float squashed = Functions.tanh(now);
      g[at] = input;
      g[at + n] = forget;
      g[at + 2 * n] = candidate;
      g[at + 3 * n] = output;
      cell.values()[cell.at() + i] = now;
      tanhCell.values()[tanhCell.at() + i] = squashed;
      hidden.values()[hidden.at() + i] = output * squashed;
    }
  }

  @Override
  public void lstmBackward(
      Span gates, Span cellBefore, Span tanhCell, Span dHidden, Span dCell, int n) {
    float[] g = gates.values();
    for (int i = 0; i < n; i++) {
      int at = gates.at() + i;
      float input = g[at];
      float forget = g[at + n];
      float candidate = g[at + 2 * n];
      float output = g[at + 3 * n];
      float squashed = tanhCell.values()[tanhCell.at() + i];
      float dh = dHidden.values()[dHidden.at() + i];
      float slope = Math.fma(-squashed, squashed, 1f);
      float dc = Math.fma(dh * output, slope, dCell.values()[dCell.at() + i]);
      float before = cellBefore.values()[cellBefore.at() + i];
      g[at] = dc * candidate * Math.fma(-input, input, input);
      g[at + n] = dc * before * Math.fma(-forget, forget, forget);
      g[at + 2 * n] = dc * input * Math.fma(-candidate, candidate, 1f);
      g[at + 3 * n] = dh * squashed * Math.fma(-output, output, output);
      dCell.values()[dCell.at() + i] = dc * forget;
    }
  }

  @Override
  public void gruForward(Span gates, Span recurrent, Span hiddenBefore, Span hidden, int n) {
    float[] g = gates.values();
    for (int i = 0; i < n; i++) {
      int at = gates.at() + i;
      float reset = Functions.sigmoid(g[at]);
      float update = Functions.sigmoid(g[at + n]);
      float sum = recurrent.values()[recurrent.at() + i];
      float candidate = Functions.tanh(Math.fma(reset, sum, g[at + 2 * n]));
      float before = hiddenBefore.values()[hiddenBefore.at() + i];
      g[at] = reset;
      g[at + n] = update;
      g[at + 2 * n] = candidate;
      hidden.values()[hidden.at() + i] = Math.fma(update, before - candidate, candidate);
    }
  }

  @Override
  public void gruBackward(
      Span gates, Span recurrent, Span hiddenBefore, Span dHidden, Span dHiddenBefore, int n) {
    float[] g = gates.values();
    for (int i = 0; i < n; i++) {
      int at = gates.at() + i;
      float reset = g[at];
      float update = g[at + n];
      float candidate = g[at + 2 * n];
      float sum = recurrent.values()[recurrent.at() + i];
      float before = hiddenBefore.values()[hiddenBefore.at() + i];
      float dh = dHidden.values()[dHidden.at() + i];
      float dSum = dh * (1f - update) * Math.fma(-candidate, candidate, 1f);
      g[at] = dSum * sum * Math.fma(-reset, reset, reset);
      g[at + n] = dh * (before - candidate) * Math.fma(-update, update, update);
      g[at + 2 * n] = dSum;
      recurrent.values()[recurrent.at() + i] = dSum * reset;
      int straight = dHiddenBefore.at() + i;
      dHiddenBefore.values()[straight] = Math.fma(dh, update, dHiddenBefore.values()[straight]);
    }
  }

  @Override
  public void exponentials(Span logits, int rows, int lanes, Span greatest, Span sums) {
    float[] x = logits.values();
    for (int lane = 0; lane < lanes; lane++) {
      float before = greatest.values()[greatest.at() + lane];
      float most = before;
      for (int row = 0; row < rows; row++) {
        most = Math.max(most, x[logits.at() + row * lanes + lane]);
      }
      float sum = 0;
      for (int row = 0; row < rows; row++) {
        int at = logits.at() + row * lanes + lane;
        x[at] = Functions.exp(x[at] - most);
        sum += x[at];
      }
      int own = sums.at() + lane;
      sums.values()[own] = Math.fma(sums.values()[own], Functions.exp(before - most), sum);
      greatest.values()[greatest.at() + lane] = most;
    }
  }

  @Override
  public void scaleLanes(Span block, int rows, int lanes, Span factors) {
    for (int row = 0; row < rows; row++) {
      for (int lane = 0; lane < lanes; lane++) {
        int at = block.at() + row * lanes + lane;
        block.values()[at] =
            withoutNegligible(block.values()[at] * factors.values()[factors.at() + lane]);
      }
    }
  }

  @Override
  public void addSquares(Span numbers, int rows, Span sums) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < NORM_COLUMNS; column++) {
        float x = numbers.values()[numbers.at() + row * NORM_COLUMNS + column];
        int own = sums.at() + column;
        sums.values()[own] = Math.fma(x, x, sums.values()[own]);
      }
    }
  }

  @Override
  public void add(Span block, Span into, int n) {
    for (int i = 0; i < n; i++) {
      into.values()[into.at() + i] += block.values()[block.at() + i];
    }
  }

  @Override
  public void dropNegligible(Span numbers, int n) {
    float[] values = numbers.values();
    for (int i = numbers.at(); i < numbers.at() + n; i++) {
      values[i] = withoutNegligible(values[i]);
    }
  }

  private static float withoutNegligible(float x) {
    return Math.abs(x) < NEGLIGIBLE ? 0 : x;
  }

  @Override
  public void adam(
      Span parameters, Span gradient, Span first, Span second, int n, AdamRates rates) {
    for (int i = 0; i < n; i++) {
      adam(parameters, gradient, first, second, rates, i);
    }
  }

  @Override
  public void adamUpdates(Span first, Span second, Span updates, int n, AdamRates rates) {
    for (int i = 0; i < n; i++) {
      updates.values()[updates.at() + i] =
          rates.update(first.values()[first.at() + i], second.values()[second.at() + i]);
    }
  }

  /** One number's step, also for what is left over after whole vectors. */
  static void adam(
      Span parameters, Span gradient, Span first, Span second, AdamRates rates, int i) {
    float g = gradient.values()[gradient.at() + i];
    float m = first.values()[first.at() + i];
    float v = second.values()[second.at() + i];
    m = Math.fma(rates.firstGain(), g - m, m);
    v = Math.fma(rates.secondGain(), g * g - v, v);
    float root = (float) Math.sqrt(v);
    float step = m / Math.fma(root, rates.rootScale(), rates.epsilon());
    int at = parameters.at() + i;
    parameters.values()[at] = Math.fma(-rates.rate(), step, parameters.values()[at]);
    first.values()[first.at() + i] = m;
    second.values()[second.at() + i] = v;
  }
}
