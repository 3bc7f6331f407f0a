package dev.inputmethod.kernel;

import java.util.Arrays;

/**
 * A linear layer with softmax and cross-entropy, block of words by block of words: the logits are
 * computed once, and one exponential for each.
 */
final class SoftmaxPass implements OutputPass {
  private static final int BLOCK = 256;

  private final Kernels kernels;
  private final Matrix weight;
  private final Span bias;
  private final Matrix dWeight;
  private final Span dBias;
  private final int batch;
  private final int lanes;
  private final int words;
  private final float[] logits;
  private final float[] greatest;
  private final Span sums;
  private int[] targets = {};

  /** For one number of answers: the shape's batch. */
  SoftmaxPass(Kernels kernels, NetworkWeights weights, NetworkWeights gradients, Shape shape) {
    this.kernels = kernels;
    this.weight = weights.output();
    this.bias = weights.outputBias();
    this.dWeight = gradients.output();
    this.dBias = gradients.outputBias();
    this.batch = shape.batch();
    this.lanes = shape.lanes();
    this.words = weight.rows();
    this.logits = new float[Math.multiplyExact(words, lanes)];
    this.greatest = new float[(blocks() + 1) * lanes];
    this.sums = new Span(new float[lanes], 0);
  }

  private int blocks() {
    return (words + BLOCK - 1) / BLOCK;
  }

  /** The mean of −ln p(target), in nats. */
  @Override
  public double forward(Matrix features, float[] wanted) {
    targets = Ids.of(wanted);
    float[] ofTargets = new float[batch];
    begin();
    for (int block = 0; block < blocks(); block++) {
      Matrix part = computeLogits(features, block);
      int first = block * BLOCK;
      for (int lane = 0; lane < batch; lane++) {
        if (targets[lane] >= first && targets[lane] < first + part.rows()) {
          ofTargets[lane] = logits[targets[lane] * lanes + lane];
        }
      }
      exponentiate(block, new Span(part.values(), part.at()));
    }
    double sum = 0;
    for (int lane = 0; lane < batch; lane++) {
      sum += logSum(lane) - ofTargets[lane];
    }
    return sum / batch;
  }

  /** ln Σ e^logit of a lane. */
  private double logSum(int lane) {
    return greatest[blocks() * lanes + lane] + StrictMath.log(sums.values()[lane]);
  }

  private void begin() {
    Arrays.fill(greatest, 0, lanes, Float.NEGATIVE_INFINITY);
    Arrays.fill(sums.values(), 0);
  }

  private Matrix computeLogits(Matrix features, int block) {
    int first = block * BLOCK;
    int rows = Math.min(BLOCK, words - first);
    Matrix part = Matrix.of(new Span(logits, first * lanes), rows, lanes);
    part.fillRows(bias.plus(first));
    kernels.multiply(weight.rows(first, rows), features, part, true);
    return part;
  }

  /** The greatest logits after each block are kept: its powers are relative to them. */
  private void exponentiate(int block, Span part) {
    int rows = Math.min(BLOCK, words - block * BLOCK);
    int now = (block + 1) * lanes;
    System.arraycopy(greatest, block * lanes, greatest, now, lanes);
    kernels.exponentials(part, rows, lanes, new Span(greatest, now), sums);
  }

  @Override
  public void backward(Matrix featuresByExample, Matrix dFeatures) {
    dFeatures.clear();
    Span factors = new Span(new float[lanes], 0);
    for (int block = 0; block < blocks(); block++) {
      int first = block * BLOCK;
      int rows = Math.min(BLOCK, words - first);
      Span part = new Span(logits, first * lanes);
      for (int lane = 0; lane < batch; lane++) {
        double ofBlock = greatest[(block + 1) * lanes + lane];
        factors.values()[lane] = (float) (StrictMath.exp(ofBlock - logSum(lane)) / batch);
      }
      kernels.scaleLanes(part, rows, lanes, factors);
      subtractTargets(first, rows);
      Matrix delta = Matrix.of(part, rows, lanes);
      Matrix ofExamples = delta.columns(0, batch);
      kernels.multiply(ofExamples, featuresByExample, dWeight.rows(first, rows), false);
      Span biases = dBias.plus(first);
      Matrix.of(biases, rows, 1).clear();
      ofExamples.addRowSums(biases);
      kernels.multiply(weight.rows(first, rows).transposed(), delta, dFeatures, true);
    }
  }

  private void subtractTargets(int first, int rows) {
    for (int lane = 0; lane < batch; lane++) {
      if (targets[lane] >= first && targets[lane] < first + rows) {
        logits[targets[lane] * lanes + lane] -= 1f / batch;
      }
    }
  }

  @Override
  public float[] answers(Matrix features) {
    float[] result = new float[Math.multiplyExact(batch, words)];
    float[] powers = new float[BLOCK * lanes];
    begin();
    for (int block = 0; block < blocks(); block++) {
      Matrix part = computeLogits(features, block);
      System.arraycopy(logits, part.at(), powers, 0, part.rows() * lanes);
      exponentiate(block, new Span(powers, 0));
    }
    for (int lane = 0; lane < batch; lane++) {
      double logSum = logSum(lane);
      for (int word = 0; word < words; word++) {
        result[lane * words + word] = (float) (logits[word * lanes + lane] - logSum);
      }
    }
    return result;
  }
}
