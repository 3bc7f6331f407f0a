package dev.inputmethod.layer;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Takes each direction's own final state: {@code [batch, features, time]} to {@code [batch,
 * features]}. For the forward half that is the last real step, for the backward half step 0: each
 * has then read the whole context.
 */
public final class FinalState extends NoParamLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty private boolean bidirectional;

  /** For DL4J's JSON reader; use a {@link Builder}. */
  FinalState() {}

  private FinalState(Builder builder) {
    super(builder);
    this.bidirectional = builder.bidirectional;
  }

  /** Whether the layer below is bidirectional. */
  public boolean bidirectional() {
    return bidirectional;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      @Nullable INDArray parameters,
      boolean initialise,
      DataType type) {
    FinalStateLayer layer = new FinalStateLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setConf(conf);
    return layer;
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    if (input instanceof InputType.InputTypeRecurrent steps) {
      return InputType.feedForward(steps.getSize());
    }
    throw new IllegalStateException(
        String.format(
            Locale.ROOT,
            "expected a Recurrent layer below FinalState (layer %d) but found %s",
            index,
            input));
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return MemoryReports.of(this, input, 0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FinalState that
        && super.equals(other)
        && bidirectional == that.bidirectional;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), bidirectional);
  }

  /** Collects a {@link FinalState}'s settings. */
  @SuppressWarnings("unchecked") // DL4J declares build() with a type of the caller's choice.
  public static final class Builder extends Layer.Builder<Builder> {
    private boolean bidirectional;

    /** Whether the layer below is bidirectional. Default: it is not. */
    public Builder bidirectional(boolean value) {
      this.bidirectional = value;
      return this;
    }

    @Override
    public FinalState build() {
      return new FinalState(this);
    }
  }
}
