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
   * @param dInput ∂L/∂input, {@code [time·batch, nIn]}
   */
  void report(
      List<DirectionMemory> directions, Optional<StepMask> mask, INDArray dInput, int batch) {
    for (int d = 0; d < directions.size(); d++) {
      INDArray dHidden = directions.get(d).all().dHidden();
      mask.ifPresent(padding -> padding.clearPadded(dHidden));
      observer.hidden(new HiddenGradients(level, d == 1, norms(dHidden, batch)));
    }
    if (level == 1) {
      observer.words(norms(dInput, batch));
    }
  }

  /** The one place where gradients of the mean loss become those of each example's own. */
  private static double[][] norms(INDArray timeMajorRows, int batch) {
    double[] rows = timeMajorRows.norm2(1).data().asDouble();
    double[][] norms = new double[batch][rows.length / batch];
    for (int row = 0; row < rows.length; row++) {
      norms[row % batch][row / batch] = rows[row] * batch;
    }
    return norms;
  }
}
