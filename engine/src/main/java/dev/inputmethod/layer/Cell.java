package dev.inputmethod.layer;

/** The recurrent cell of a {@link Recurrent} layer. */
public enum Cell {
  /** h = tanh(W·x + R·h). */
  RNN_TANH(1, false),
  /** h = max(0, W·x + R·h). */
  RNN_RELU(1, false),
  /** Blocks in PyTorch's order: input gate, forget gate, candidate, output gate. */
  LSTM(4, true),
  /** Blocks in PyTorch's order: reset gate, update gate, candidate. */
  GRU(3, false);

  private final int gates;
  private final boolean cellState;

  Cell(int gates, boolean cellState) {
    this.gates = gates;
    this.cellState = cellState;
  }

  /** G: how many blocks of hidden size the weights have. */
  public int gates() {
    return gates;
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
