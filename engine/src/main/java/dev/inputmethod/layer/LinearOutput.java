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
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * A linear layer, trained on numbers by the squared error: the mean over all examples and outputs.
 *
 * <p>One target an example: input {@code [batch, nIn]}, targets and output {@code [batch, nOut]}.
 * Weights and biases are drawn from U(±1/√nIn), as PyTorch's {@code nn.Linear}.
 */
public final class LinearOutput extends BaseOutputLayer {
  private static final long serialVersionUID = 1L;

  /** For DL4J's JSON reader; use a {@link Builder}. */
  LinearOutput() {}

  private LinearOutput(Builder builder) {
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
        new LinearOutputLayer(conf, type), this, conf, listeners, index, parameters, initialise);
  }

  @Override
  public ParamInitializer initializer() {
    return new OutputParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.feedForward(nOut);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (nIn <= 0 || override) {
      nIn = input.arrayElementsPerExample();
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
    return other instanceof LinearOutput && super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "LinearOutput(%d to %d)", nIn, nOut);
  }

  /** Collects a {@link LinearOutput}'s settings: {@code nIn} features, {@code nOut} numbers. */
  @SuppressWarnings("unchecked") // DL4J declares build() with a type of the caller's choice.
  public static final class Builder extends BaseOutputLayer.Builder<Builder> {
    @Override
    public LinearOutput build() {
      // Only for DL4J's check of output layers: the layer computes its loss itself.
      setActivationFn(new ActivationIdentity());
      setLossFn(new LossMSE());
      return new LinearOutput(this);
    }
  }
}
