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

/**
 * A {@link FinalState} at work in a network; with targets at every step it lets all states pass.
 */
final class FinalStateLayer extends AbstractLayer<FinalState> implements StepChoice {
  private static final long serialVersionUID = 1L;

  private transient boolean everyStep;

  FinalStateLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public void targetsAtEveryStep(boolean value) {
    this.everyStep = value;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray rows = TimeMajor.rows(input);
    if (everyStep) {
      INDArray all = allocate(workspaces, ArrayType.ACTIVATIONS);
      TimeMajor.rows(all).assign(rows);
      return all;
    }
    INDArray output =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, new long[] {input.size(0), input.size(1)}, 'c');
    finalStates().read(rows, output);
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray dInput = allocate(workspaces, ArrayType.ACTIVATION_GRAD);
    INDArray rows = TimeMajor.rows(dInput);
    if (everyStep) {
      rows.assign(TimeMajor.rows(epsilon));
    } else {
      rows.assign(0);
      finalStates().addTo(rows, epsilon);
    }
    return new Pair<>(new DefaultGradient(), dInput);
  }

  private INDArray allocate(LayerWorkspaceMgr workspaces, ArrayType kind) {
    return TimeMajor.allocate(
        workspaces, kind, dataType, input.size(0), input.size(1), input.size(2));
  }

  private FinalStates finalStates() {
    return new FinalStates(layerConf().bidirectional(), maskArray, layerId());
  }

  /** The layer above sees no time steps, unless there is a target at every one. */
  @Override
  public @Nullable Pair<INDArray, MaskState> feedForwardMaskArray(
      @Nullable INDArray mask, @Nullable MaskState state, int batch) {
    setMaskArray(mask);
    return new Pair<>(everyStep ? mask : null, state);
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
