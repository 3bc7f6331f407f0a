package dev.inputmethod.layer;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An observer and the place in the stack it observes.
 *
 * @param level 1 is the lowest
 */
record GradientObservation(GradientObserver observer, int level) {

  /**
   * @param dCells ∂L/∂c of all steps for each direction, {@code [time·batch, hidden]}; none for a
   *     cell without c
   * @param dInput ∂L/∂input, {@code [time·batch, nIn]}
   */
  void report(
      Cell cell,
      List<DirectionMemory> directions,
      List<INDArray> dCells,
      Optional<StepMask> mask,
      INDArray dInput,
      int batch) {
    for (int d = 0; d < directions.size(); d++) {
      INDArray dHidden = directions.get(d).all().dHidden();
      mask.ifPresent(padding -> padding.clearPadded(dHidden));
      double[][] cellNorms = new double[0][];
      if (!dCells.isEmpty()) {
        INDArray dCell = dCells.get(d);
        mask.ifPresent(padding -> padding.clearPadded(dCell));
        cellNorms = norms(dCell, batch);
      }
      observer.hidden(new HiddenGradients(place(d), norms(dHidden, batch), cellNorms));
      if (observer.wantsStates()) {
        observer.states(states(cell, directions.get(d), place(d), batch));
      }
    }
    if (level == 1) {
      observer.words(norms(dInput, batch));
    }
  }

  /**
   * @param direction 0 for the forward one
   */
  Place place(int direction) {
    return new Place(level, direction == 1);
  }

  private static ObservedStates states(Cell cell, DirectionMemory memory, Place place, int batch) {
    float[][] gates = new float[cell.gates()][];
    for (int gate = 0; gate < gates.length; gate++) {
      gates[gate] = numbers(memory.all().gate(gate));
    }
    return new ObservedStates(
        place,
        cell,
        batch,
        memory.time(),
        Math.toIntExact(memory.all().hidden().size(1)),
        gates,
        numbers(memory.all().hidden()),
        cell.hasCellState() ? numbers(memory.all().cell()) : new float[0]);
  }

  private static float[] numbers(INDArray rows) {
    return rows.dup('c').data().asFloat();
  }

  /**
   * The one place where gradients of the mean loss become those of each example's own. Squares are
   * summed in double precision: in single precision those of numbers below 10⁻¹⁹ are zero.
   */
  private static double[][] norms(INDArray timeMajorRows, int batch) {
    double[] numbers = timeMajorRows.dup('c').data().asDouble();
    int width = Math.toIntExact(timeMajorRows.size(1));
    double[][] norms = new double[batch][numbers.length / width / batch];
    for (int row = 0; row < numbers.length / width; row++) {
      double squares = 0;
      for (int at = row * width; at < (row + 1) * width; at++) {
        squares += numbers[at] * numbers[at];
      }
      norms[row % batch][row / batch] = Math.sqrt(squares) * batch;
    }
    return norms;
  }
}
