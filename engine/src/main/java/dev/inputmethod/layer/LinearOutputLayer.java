package dev.inputmethod.layer;

import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link LinearOutput} at work in a network. */
final class LinearOutputLayer extends BaseOutputLayer<LinearOutput> {
  private static final long serialVersionUID = 1L;

  LinearOutputLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray output = allocate(workspaces, ArrayType.ACTIVATIONS, layerConf().getNOut());
    assertInputSet(false);
    OutputParameters.linear(input, params, output);
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray delta = errors();
    delta.muli(2.0 / delta.length());
    gradient = OutputParameters.gradient(delta, input, gradientViews);
    INDArray dInput = allocate(workspaces, ArrayType.ACTIVATION_GRAD, layerConf().getNIn());
    OutputParameters.inputGradient(delta, params, dInput);
    return new Pair<>(gradient, dInput);
  }

  @Override
  public double computeScore(
      double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
    INDArray errors = errors();
    score = errors.muli(errors).meanNumber().doubleValue() + regularisation;
    return score;
  }

  /** The mean over each example's outputs, {@code [batch, 1]}. */
  @Override
  public INDArray computeScoreForExamples(double regularisation, LayerWorkspaceMgr workspaces) {
    INDArray errors = errors();
    INDArray scores = errors.muli(errors).mean(true, 1).addi(regularisation);
    return workspaces.leverageTo(ArrayType.ACTIVATIONS, scores);
  }

  /** What is put out beyond the targets, {@code [batch, nOut]}. */
  private INDArray errors() {
    assertInputSet(true);
    Shapes.requireMatrix(input, "[batch, " + layerConf().getNIn() + "]", layerId());
    INDArray targets = labels;
    if (targets == null
        || targets.rank() != 2
        || targets.size(0) != input.size(0)
        || targets.size(1) != layerConf().getNOut()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "expected targets [%d, %d] but found %s %s",
              input.size(0),
              layerConf().getNOut(),
              targets == null ? "none" : targets.shapeInfoToString(),
              layerId()));
    }
    INDArray errors = Buffers.matrix(dataType, input.size(0), layerConf().getNOut());
    OutputParameters.linear(input, params, errors);
    return errors.subi(targets);
  }

  private INDArray allocate(LayerWorkspaceMgr workspaces, ArrayType kind, long features) {
    return workspaces.createUninitialized(
        kind, dataType, new long[] {input.size(0), features}, 'c');
  }

  @Override
  protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType kind) {
    throw new UnsupportedOperationException("the layer compares with its targets itself");
  }

  /** The view already holds the gradient of the mean loss. */
  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return false;
  }
}
