package dev.inputmethod.probe;

import dev.inputmethod.layer.Cell;
import dev.inputmethod.layer.GruGates;
import dev.inputmethod.layer.LstmGates;
import java.util.List;
import java.util.Optional;

/** What the blocks of a cell's weights are called. */
final class Gates {
  private static final String CANDIDATE = "candidate";

  private Gates() {}

  /** In the weights' order: that of {@link LstmGates} and {@link GruGates}. */
  static List<String> names(Cell cell) {
    return switch (cell) {
      case RNN_TANH, RNN_RELU -> List.of("state");
      case LSTM -> List.of("input", "forget", CANDIDATE, "output");
      case GRU -> List.of("reset", "update", CANDIDATE);
    };
  }

  /** Whether a block is a gate between 0 and 1. */
  static boolean isSigmoid(Cell cell, int block) {
    return cell.gates() > 1 && !names(cell).get(block).equals(CANDIDATE);
  }

  /** The gate that says how much of the state is kept. */
  static Optional<String> keeping(Cell cell) {
    return switch (cell) {
      case LSTM -> Optional.of("forget");
      case GRU -> Optional.of("update");
      case RNN_TANH, RNN_RELU -> Optional.empty();
    };
  }
}
