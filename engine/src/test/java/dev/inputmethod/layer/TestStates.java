package dev.inputmethod.layer;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Initial states for tests. */
final class TestStates {
  private TestStates() {}

  /** {@code rows} = layers × directions. */
  static RecurrentState random(Cell cell, int rows, int batch, int hidden) {
    Nd4j.getRandom().setSeed(3);
    return new RecurrentState(
        Nd4j.rand(DataType.DOUBLE, rows, batch, hidden).subi(0.5),
        cell.hasCellState()
            ? Optional.of(Nd4j.rand(DataType.DOUBLE, rows, batch, hidden).subi(0.5))
            : Optional.empty());
  }
}
