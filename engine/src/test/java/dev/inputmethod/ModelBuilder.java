package dev.inputmethod;

import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ForgetBias;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.RecurrentInitialisation;

/** Collects the settings of a network; one small LSTM layer unless told otherwise. */
public final class ModelBuilder {
  private int embeddingSize = 4;
  private int hiddenSize = 5;
  private int layers = 1;
  private Direction direction = Direction.FORWARD;
  private Cell cell = Cell.LSTM;
  private Nonlinearity nonlinearity = Nonlinearity.TANH;
  private boolean bias = true;
  private ForgetBias forgetBias = new ForgetBias.Fixed(1);
  private double dropout;
  private RecurrentInitialisation initialisation = RecurrentInitialisation.UNIFORM;
  private Attention attention = Attention.NONE;

  public ModelBuilder sizes(int embedding, int hidden) {
    this.embeddingSize = embedding;
    this.hiddenSize = hidden;
    return this;
  }

  public ModelBuilder layers(int value) {
    this.layers = value;
    return this;
  }

  public ModelBuilder direction(Direction value) {
    this.direction = value;
    return this;
  }

  public ModelBuilder cell(Cell value) {
    this.cell = value;
    return this;
  }

  public ModelBuilder nonlinearity(Nonlinearity value) {
    this.nonlinearity = value;
    return this;
  }

  public ModelBuilder bias(boolean value) {
    this.bias = value;
    return this;
  }

  public ModelBuilder forgetBias(ForgetBias value) {
    this.forgetBias = value;
    return this;
  }

  public ModelBuilder forgetBias(double value) {
    return forgetBias(new ForgetBias.Fixed(value));
  }

  public ModelBuilder dropout(double value) {
    this.dropout = value;
    return this;
  }

  public ModelBuilder initialisation(RecurrentInitialisation value) {
    this.initialisation = value;
    return this;
  }

  public ModelBuilder attention(Attention value) {
    this.attention = value;
    return this;
  }

  public ModelSettings build() {
    return new ModelSettings(
        embeddingSize,
        hiddenSize,
        layers,
        direction,
        cell,
        nonlinearity,
        bias,
        forgetBias,
        dropout,
        initialisation,
        attention);
  }
}
