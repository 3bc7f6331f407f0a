package dev.inputmethod.torch;

import java.util.Locale;

/**
 * What a network is built from.
 *
 * @param bias of the recurrent layers; the linear layer always has one
 * @param dropout probability to drop, between layers
 */
record Shape(
    Cell cell,
    int layers,
    boolean bidirectional,
    boolean bias,
    int vocabulary,
    int embedding,
    int hidden,
    double dropout) {

  /** The four cells, as the cases name them. */
  enum Cell {
    RNN_TANH,
    RNN_RELU,
    LSTM,
    GRU;

    static Cell of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  int directions() {
    return bidirectional ? 2 : 1;
  }
}
