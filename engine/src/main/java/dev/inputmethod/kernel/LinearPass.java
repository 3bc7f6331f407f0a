package dev.inputmethod.kernel;

/** A linear layer with the mean squared error over all answers and outputs. */
final class LinearPass implements OutputPass {
  private final Kernels kernels;
  private final NetworkWeights weights;
  private final NetworkWeights gradients;
  private final int batch;
  private final Matrix sums;

  /** For one number of answers: the shape's batch. */
  LinearPass(Kernels kernels, NetworkWeights weights, NetworkWeights gradients, Shape shape) {
    this.kernels = kernels;
    this.weights = weights;
    this.gradients = gradients;
    this.batch = shape.batch();
    int outputs = weights.output().rows();
    this.sums = Matrix.of(new Span(new float[outputs * shape.lanes()], 0), outputs, shape.lanes());
  }

  @Override
  public double forward(Matrix features, float[] targets) {
    compute(features);
    double squares = 0;
    for (int output = 0; output < sums.rows(); output++) {
      for (int lane = 0; lane < sums.columns(); lane++) {
        int at = output * sums.columns() + lane;
        float error = lane < batch ? sums.values()[at] - targets[lane * sums.rows() + output] : 0;
        sums.values()[at] = error;
        squares += (double) error * error;
      }
    }
    return squares / (batch * sums.rows());
  }

  private void compute(Matrix features) {
    sums.fillRows(weights.outputBias());
    kernels.multiply(weights.output(), features, sums, true);
  }

  @Override
  public void backward(Matrix featuresByExample, Matrix dFeatures) {
    float factor = 2f / (batch * sums.rows());
    for (int i = 0; i < sums.values().length; i++) {
      sums.values()[i] *= factor;
    }
    Matrix ofExamples = sums.columns(0, batch);
    kernels.multiply(ofExamples, featuresByExample, gradients.output(), false);
    Matrix.of(gradients.outputBias(), sums.rows(), 1).clear();
    ofExamples.addRowSums(gradients.outputBias());
    kernels.multiply(weights.output().transposed(), sums, dFeatures, false);
  }

  @Override
  public float[] answers(Matrix features) {
    compute(features);
    float[] answers = new float[batch * sums.rows()];
    Matrix.of(new Span(answers, 0), batch, sums.rows()).assignTransposed(sums.columns(0, batch));
    return answers;
  }
}
