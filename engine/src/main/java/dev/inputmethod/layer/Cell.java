package dev.inputmethod.layer;

import dev.inputmethod.kernel.RecurrentPass.CellKind;

/** The recurrent cell of a {@link Recurrent} layer. */
public enum Cell {
  /** h = tanh(W·x + R·h). */
  RNN_TANH(CellKind.TANH, false),
  /** h = max(0, W·x + R·h). */
  RNN_RELU(CellKind.RELU, false),
  /** Its blocks are {@link LstmGates}. */
  LSTM(CellKind.LSTM, true),
  /** Its blocks are {@link GruGates}. */
  GRU(CellKind.GRU, false);

  private final CellKind kind;
  private final boolean cellState;

  Cell(CellKind kind, boolean cellState) {
    this.kind = kind;
    this.cellState = cellState;
  }

  /** G: how many blocks of hidden size the weights have. */
  public int gates() {
    return kind.gates();
  }

  /** This cell in the fast form. */
  public CellKind kind() {
    return kind;
  }

  /** Whether a cell state c is carried beside the hidden state h. */
  public boolean hasCellState() {
    return cellState;
  }

  /** This cell's arithmetic, in the reference form. */
  CellMath math() {
    return switch (this) {
      case RNN_TANH -> new PlainMath(false);
      case RNN_RELU -> new PlainMath(true);
      case LSTM -> new LstmMath();
      case GRU -> new GruMath();
    };
  }
}
