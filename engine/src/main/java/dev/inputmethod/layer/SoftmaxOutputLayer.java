package dev.inputmethod.layer;

import java.util.Locale;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A {@link SoftmaxOutput} at work in a network.
 *
 * <p>DL4J asks for the gradient first and for the score of the same batch afterwards: the loss is a
 * by-product of the first and kept for the second, so that logits and softmax are computed once a
 * step.
 */
final class SoftmaxOutputLayer extends BaseOutputLayer<SoftmaxOutput> {
  private static final long serialVersionUID = 1L;

  private transient OptionalDouble loss = OptionalDouble.empty();
  private transient @Nullable INDArray buffer;

  SoftmaxOutputLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
    super.setInput(input, workspaces);
    loss = OptionalDouble.empty();
  }

  @Override
  public void setLabels(INDArray labels) {
    super.setLabels(labels);
    loss = OptionalDouble.empty();
  }

  /** Probabilities. */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray output = allocate(workspaces, ArrayType.ACTIVATIONS, layerConf().getNOut());
    INDArray rows = rows(output);
    OutputParameters.linear(rows(input), params, rows);
    CrossEntropy.softmax(rows);
    return output;
  }

  /**
   * ln p, {@code [batch, nOut]} or {@code [batch, nOut, time]}; of an input of the layer, outside
   * of workspaces.
   */
  INDArray logProbabilities(INDArray of) {
    INDArray in = rows(of);
    INDArray rows = Nd4j.createUninitialized(dataType, in.size(0), layerConf().getNOut());
    OutputParameters.linear(in, params, rows);
    Nd4j.exec(
        DynamicCustomOp.builder("log_softmax")
            .addInputs(rows)
            .addOutputs(rows)
            .addIntegerArguments(1)
            .build());
    return of.rank() == 2
        ? rows
        : rows.reshape('c', of.size(2), of.size(0), layerConf().getNOut()).permute(1, 2, 0);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray in = rows(input);
    INDArray delta = bufferFor(in.size(0));
    Targets targets = targets(in.size(0));
    OutputParameters.linear(in, params, delta);
    loss = OptionalDouble.of(CrossEntropy.gradient(delta, targets));
    gradient = OutputParameters.gradient(delta, in, gradientViews);
    INDArray dInput = allocate(workspaces, ArrayType.ACTIVATION_GRAD, layerConf().getNIn());
    OutputParameters.inputGradient(delta, params, rows(dInput));
    return new Pair<>(gradient, dInput);
  }

  @Override
  public double computeScore(
      double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
    if (loss.isEmpty()) {
      Targets targets = targets(rowCount());
      loss = OptionalDouble.of(targets.mean(losses(targets)));
    }
    score = loss.getAsDouble() + regularisation;
    return score;
  }

  /** The sum over each example's targets, {@code [batch, 1]}. */
  @Override
  public INDArray computeScoreForExamples(double regularisation, LayerWorkspaceMgr workspaces) {
    double[] losses = losses(targets(rowCount()));
    double[] sums = new double[Math.toIntExact(input.size(0))];
    for (int row = 0; row < losses.length; row++) {
      sums[row % sums.length] += losses[row];
    }
    INDArray scores = Nd4j.createFromArray(sums).addi(regularisation).reshape(sums.length, 1);
    return workspaces.leverageTo(ArrayType.ACTIVATIONS, scores.castTo(dataType));
  }

  private double[] losses(Targets targets) {
    assertInputSet(false);
    INDArray in = rows(input);
    INDArray logits = bufferFor(in.size(0));
    OutputParameters.linear(in, params, logits);
    return CrossEntropy.losses(logits, targets);
  }

  private long rowCount() {
    assertInputSet(false);
    return input.rank() == 3 ? input.size(0) * input.size(2) : input.size(0);
  }

  private Targets targets(long rows) {
    if (labels == null || labels.length() != rows) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s targets found for %d rows of input %s",
              labels == null ? "no" : String.valueOf(labels.length()),
              rows,
              layerId()));
    }
    return new Targets(labels, maskArray, layerConf().getNOut(), layerId());
  }

  /**
   * Outside of workspaces and used again: as wide as the vocabulary, it is the largest array of a
   * step.
   */
  private INDArray bufferFor(long rows) {
    INDArray kept = buffer;
    if (kept == null || kept.size(0) != rows) {
      kept = Buffers.matrix(dataType, rows, layerConf().getNOut());
      buffer = kept;
    }
    return kept;
  }

  private INDArray allocate(LayerWorkspaceMgr workspaces, ArrayType kind, long features) {
    return input.rank() == 3
        ? TimeMajor.allocate(workspaces, kind, dataType, input.size(0), features, input.size(2))
        : workspaces.createUninitialized(kind, dataType, new long[] {input.size(0), features}, 'c');
  }

  private INDArray rows(INDArray array) {
    return array.rank() == 3 ? TimeMajor.rows(array) : array;
  }

  @Override
  protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType kind) {
    throw new UnsupportedOperationException("targets are ids, not rows of numbers " + layerId());
  }

  /** The view already holds the gradient of the mean loss. */
  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return false;
  }
}
