package dev.inputmethod.layer;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Stands in the place of {@link FinalState} and looks back over all states of the layer below:
 * {@code [batch, n, time]} to {@code [batch, 2n]}, the final state (the query q, as {@link
 * FinalState} has it) and beside it the attended context Σ_t a_t·h_t, a = softmax over the steps of
 * the {@linkplain AttentionScore scores} of q and h_t. The final state is among the states looked
 * at; padded steps of a mask are not.
 *
 * <p>So every state has a path to the output that leads through no other (Bahdanau, Cho and Bengio
 * 2015). That the output sees both side by side is as Luong, Pham and Manning (2015) have it, but
 * without their layer between. With targets at every step ({@link TargetSteps}) each step's state
 * is the query for itself and those before: {@code [batch, 2n, time]}.
 */
public final class StateAttention extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty private AttentionScore score = AttentionScore.DOT;
  @JsonProperty private boolean bidirectional;
  @JsonProperty private boolean everyStep;

  /** For DL4J's JSON reader; use a {@link Builder}. */
  StateAttention() {}

  private StateAttention(Builder builder) {
    super(builder);
    this.score = builder.score;
    this.bidirectional = builder.bidirectional;
    this.everyStep = builder.everyStep;
    this.nOut = 2 * nIn;
  }

  public AttentionScore score() {
    return score;
  }

  /** Whether the layer below is bidirectional. */
  public boolean bidirectional() {
    return bidirectional;
  }

  /** Whether each step is a query, whatever {@link TargetSteps} say. */
  public boolean everyStep() {
    return everyStep;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      @Nullable INDArray parameters,
      boolean initialise,
      DataType type) {
    StateAttentionLayer layer = new StateAttentionLayer(conf, type);
    if (parameters != null) {
      return Instances.equip(layer, this, conf, listeners, index, parameters, initialise);
    }
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamTable(Map.of());
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new AttentionParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.feedForward(nOut);
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
    return other instanceof StateAttention that
        && super.equals(other)
        && score == that.score
        && bidirectional == that.bidirectional
        && everyStep == that.everyStep;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), score, bidirectional, everyStep);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "StateAttention(%s, %d to %d)", score, nIn, nOut);
  }

  /** Collects a {@link StateAttention}'s settings; {@code nIn} must be given. */
  @SuppressWarnings("unchecked") // DL4J declares build() with a type of the caller's choice.
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private AttentionScore score = AttentionScore.DOT;
    private boolean bidirectional;
    private boolean everyStep;

    /** Default: the dot product. */
    public Builder score(AttentionScore value) {
      this.score = value;
      return this;
    }

    /** Whether the layer below is bidirectional. Default: it is not. */
    public Builder bidirectional(boolean value) {
      this.bidirectional = value;
      return this;
    }

    /**
     * For a network without {@link FinalState}, which has targets at steps of their own. Default:
     * the final state is the only query.
     */
    public Builder everyStep(boolean value) {
      this.everyStep = value;
      return this;
    }

    @Override
    public StateAttention build() {
      return new StateAttention(this);
    }
  }
}
