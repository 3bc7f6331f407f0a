package dev.inputmethod.layer;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * One level of a recurrent stack: {@code [batch, nIn, time]} to every step's state {@code [batch,
 * directions·hidden, time]}, the forward direction's in the first half.
 *
 * <p>{@code nOut} is the hidden size of <em>each</em> direction; the layer above a bidirectional
 * one has {@code nIn = 2·nOut}. Parametrisation, order of gates and initialisation are PyTorch's
 * ({@code nn.RNN}, {@code nn.LSTM}, {@code nn.GRU}). Gradients in the flat view are those of the
 * mean loss, so DL4J does not divide them by the batch size again.
 *
 * <p>A features mask {@code [batch, time]}, padded on the right, acts as PyTorch's packed sequences
 * do: at padded steps the output is 0 and the state is held, so the backward direction starts at
 * each example's last real step.
 */
public final class Recurrent extends BaseRecurrentLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty private Cell cell = Cell.LSTM;
  @JsonProperty private boolean bidirectional;
  @JsonProperty private boolean bias = true;
  @JsonProperty private double forgetBias;
  @JsonProperty private int chronoSteps;
  @JsonProperty private StateInitialisation stateInitialisation = StateInitialisation.UNIFORM;
  @JsonProperty private int truncation;
  @JsonProperty private double dropout;

  /** For DL4J's JSON reader; use a {@link Builder}. */
  Recurrent() {}

  private Recurrent(Builder builder) {
    super(builder);
    this.cell = builder.cell;
    this.bidirectional = builder.bidirectional;
    this.bias = builder.bias;
    this.forgetBias = builder.forgetBias;
    this.chronoSteps = builder.chronoSteps;
    this.stateInitialisation = builder.stateInitialisation;
    this.truncation = builder.truncation;
    this.dropout = builder.dropout;
  }

  public Cell cell() {
    return cell;
  }

  public boolean bidirectional() {
    return bidirectional;
  }

  /** 1, or 2 when bidirectional. */
  public int directions() {
    return bidirectional ? 2 : 1;
  }

  public boolean hasBias() {
    return bias;
  }

  /** What is added to the LSTM's initial forget gate bias. */
  public double forgetBias() {
    return forgetBias;
  }

  /** The longest dependency that the LSTM's gates are made for at the start; 0 if for none. */
  public int chronoSteps() {
    return chronoSteps;
  }

  /** How the recurrent weights start. */
  public StateInitialisation stateInitialisation() {
    return stateInitialisation;
  }

  /** Steps of a piece of truncated backpropagation through time; 0 without truncation. */
  public int truncation() {
    return truncation;
  }

  /** Probability to drop each number of this layer's input while training. */
  public double dropout() {
    return dropout;
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
        new RecurrentLayer(conf, type, cell.math()),
        this,
        conf,
        listeners,
        index,
        parameters,
        initialise);
  }

  @Override
  public ParamInitializer initializer() {
    return new RecurrentParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    InputType.InputTypeRecurrent one =
        (InputType.InputTypeRecurrent) super.getOutputType(index, input);
    return InputType.recurrent(directions() * nOut, one.getTimeSeriesLength());
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    long time = ((InputType.InputTypeRecurrent) input).getTimeSeriesLength();
    return MemoryReports.of(this, input, directions() * (2L * cell.gates() + 4) * nOut * time);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recurrent that
        && super.equals(other)
        && cell == that.cell
        && bidirectional == that.bidirectional
        && bias == that.bias
        && Double.compare(forgetBias, that.forgetBias) == 0
        && chronoSteps == that.chronoSteps
        && stateInitialisation == that.stateInitialisation
        && truncation == that.truncation
        && Double.compare(dropout, that.dropout) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        super.hashCode(),
        cell,
        bidirectional,
        bias,
        forgetBias,
        chronoSteps,
        stateInitialisation,
        truncation,
        dropout);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Recurrent(%s, %d to %d, %s)",
        cell,
        nIn,
        nOut,
        bidirectional ? "bidirectional" : "forward");
  }

  /** Collects a {@link Recurrent} layer's settings; {@code nIn} and {@code nOut} must be given. */
  @SuppressWarnings("unchecked") // DL4J declares build() with a type of the caller's choice.
  public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {
    private Cell cell = Cell.LSTM;
    private boolean bidirectional;
    private boolean bias = true;
    private double forgetBias;
    private int chronoSteps;
    private StateInitialisation stateInitialisation = StateInitialisation.UNIFORM;
    private int truncation;
    private double dropout;

    /** Default: LSTM. */
    public Builder cell(Cell value) {
      this.cell = value;
      return this;
    }

    /** Default: forward only. */
    public Builder bidirectional(boolean value) {
      this.bidirectional = value;
      return this;
    }

    /** Default: with biases. */
    public Builder bias(boolean value) {
      this.bias = value;
      return this;
    }

    /**
     * Added once to the sum of the LSTM's two forget gate biases as drawn; no effect on other cells
     * or without biases. Default 0.
     */
    public Builder forgetBias(double value) {
      this.forgetBias = value;
      return this;
    }

    /**
     * Lets the LSTM's gates start with memories of all lengths up to {@code longest} steps (Tallec
     * and Ollivier 2018): each unit's forget bias is ln u with u from U(1, longest − 1), its input
     * gate's is −ln u, and {@link #forgetBias} does not count. No effect on other cells or without
     * biases. Default 0: not so.
     */
    public Builder chrono(int longest) {
      this.chronoSteps = atLeastZero("chrono", longest);
      return this;
    }

    /** Default: uniform. */
    public Builder stateInitialisation(StateInitialisation value) {
      this.stateInitialisation = value;
      return this;
    }

    /**
     * Stops the gradient between pieces of so many steps, in the order in which a direction reads;
     * the state goes on. Pieces are counted from the last step read, or with targets at every step
     * ({@link TargetSteps}) from the first. Of as many steps as there are, or more, it is full
     * backpropagation. Not to be used with a mask. Default 0: no truncation.
     */
    public Builder truncation(int steps) {
      this.truncation = atLeastZero("truncation", steps);
      return this;
    }

    private static int atLeastZero(String name, int value) {
      if (value < 0) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s is %d; allowed is 0 or more", name, value));
      }
      return value;
    }

    /**
     * Probability to <em>drop</em> each number of the input, in [0, 1); what is left is scaled up.
     * Default 0.
     */
    public Builder dropout(double value) {
      if (!(value >= 0 && value < 1)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "dropout is %s; allowed is 0 or more, below 1", value));
      }
      this.dropout = value;
      return this;
    }

    @Override
    public Recurrent build() {
      return new Recurrent(this);
    }
  }
}
