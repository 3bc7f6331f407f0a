package dev.inputmethod.layer;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link FinalState} at work in a network. */
final class FinalStateLayer extends AbstractLayer<FinalState> {
  private static final long serialVersionUID = 1L;

  FinalStateLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray output =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, new long[] {input.size(0), input.size(1)}, 'c');
    move(TimeMajor.rows(input), output, false);
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray dInput =
        TimeMajor.allocate(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            dataType,
            input.size(0),
            input.size(1),
            input.size(2));
    INDArray rows = TimeMajor.rows(dInput);
    rows.assign(0);
    move(rows, epsilon, true);
    return new Pair<>(new DefaultGradient(), dInput);
  }

  /** Copies the final states out of the rows of all steps, or back into them. */
  private void move(INDArray rows, INDArray finals, boolean back) {
    long batch = finals.size(0);
    long features = finals.size(1);
    long forward = layerConf().bidirectional() ? features / 2 : features;
    if (maskArray == null) {
      long last = rows.size(0) - batch;
      copy(
          Matrices.block(rows, last, batch, 0, forward),
          Matrices.block(finals, 0, batch, 0, forward),
          back);
    } else {
      for (long example = 0; example < batch; example++) {
        long row = lastRealStep(maskArray, example) * batch + example;
        copy(
            Matrices.block(rows, row, 1, 0, forward),
            Matrices.block(finals, example, 1, 0, forward),
            back);
      }
    }
    if (forward < features) {
      copy(
          Matrices.block(rows, 0, batch, forward, features - forward),
          Matrices.block(finals, 0, batch, forward, features - forward),
          back);
    }
  }

  private long lastRealStep(INDArray mask, long example) {
    long length = 0;
    while (length < mask.size(1) && mask.getDouble(example, length) != 0) {
      length++;
    }
    if (length == 0 || mask.getRow(example).sumNumber().longValue() != length) {
      throw new IllegalArgumentException(
          "the mask of example %d is %s; wanted are ones, at least one, and then zeros %s"
              .formatted(example, mask.getRow(example), layerId()));
    }
    return length - 1;
  }

  private static void copy(INDArray steps, INDArray finals, boolean back) {
    if (back) {
      steps.assign(finals);
    } else {
      finals.assign(steps);
    }
  }

  /** What is above has no time steps any more. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      @Nullable INDArray mask, @Nullable MaskState state, int batch) {
    setMaskArray(mask);
    return new Pair<>(null, state);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // There are none.
  }
}
