package dev.inputmethod.layer;

import java.util.Collection;
import java.util.Locale;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A linear layer and the softmax, trained on the ids of the targets by cross-entropy: the mean over
 * all targets, in nats.
 *
 * <p>One target an example: input {@code [batch, nIn]}, targets {@code [batch, 1]}, output {@code
 * [batch, nOut]}. A target at every step: input {@code [batch, nIn, time]}, targets {@code [batch,
 * time]}, output {@code [batch, nOut, time]}, and a mask {@code [batch, time]} where 0 leaves a
 * target out; if there is no labels mask, the features mask serves.
 *
 * <p>Weights and biases are drawn from U(±1/√nIn), as PyTorch's {@code nn.Linear}. The network's
 * {@code output} is probabilities; {@link LogProbabilities} gives their logarithms.
 */
public final class SoftmaxOutput extends BaseOutputLayer {
  private static final long serialVersionUID = 1L;

  /** For DL4J's JSON reader; use a {@link Builder}. */
  SoftmaxOutput() {}

  private SoftmaxOutput(Builder builder) {
    super(builder);
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return Instances.equip(
        new SoftmaxOutputLayer(conf, type), this, conf, listeners, index, parameters, initialise);
  }

  @Override
  public ParamInitializer initializer() {
    return new OutputParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input instanceof InputType.InputTypeRecurrent steps
        ? InputType.recurrent(nOut, steps.getTimeSeriesLength())
        : InputType.feedForward(nOut);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (nIn <= 0 || override) {
      nIn =
          input instanceof InputType.InputTypeRecurrent steps
              ? steps.getSize()
              : input.arrayElementsPerExample();
    }
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return MemoryReports.of(this, input, nOut);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SoftmaxOutput && super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "SoftmaxOutput(%d to %d)", nIn, nOut);
  }

  /**
   * Collects a {@link SoftmaxOutput}'s settings: {@code nIn} features, {@code nOut} words to choose
   * from.
   */
  @SuppressWarnings("unchecked") // DL4J declares build() with a type of the caller's choice.
  public static final class Builder extends BaseOutputLayer.Builder<Builder> {
    @Override
    public SoftmaxOutput build() {
      // Only for DL4J's check of output layers: the layer computes softmax and loss together.
      setActivationFn(new ActivationSoftmax());
      return new SoftmaxOutput(this);
    }
  }
}
