package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which steps of which examples are real, and which are padding. */
final class StepMask {
  private final INDArray rows;
  private final List<INDArray> real = new ArrayList<>();
  private final List<INDArray> padded = new ArrayList<>();

  /**
   * @param mask {@code [batch, time]}, 1 where real, 0 where padded
   */
  StepMask(INDArray mask, DataType type) {
    long batch = mask.size(0);
    long time = mask.size(1);
    this.rows = TimeMajor.column(mask, type);
    INDArray opposite = rows.rsub(1.0);
    for (long t = 0; t < time; t++) {
      real.add(Matrices.rows(rows, t * batch, batch));
      padded.add(Matrices.rows(opposite, t * batch, batch));
    }
  }

  /** Sets everything at padded steps to 0; {@code [time·batch, ·]}. */
  void clearPadded(INDArray allSteps) {
    allSteps.muliColumnVector(rows);
  }

  /** now = now where real, before where padded; {@code [batch, ·]}. */
  void hold(int time, INDArray now, INDArray before, INDArray scratch) {
    now.muliColumnVector(real.get(time));
    before.muli(padded.get(time), scratch);
    now.addi(scratch);
  }

  /** into = array where real, 0 where padded. */
  void real(int time, INDArray array, INDArray into) {
    array.muli(real.get(time), into);
  }

  /** into = array where padded, 0 where real. */
  void padded(int time, INDArray array, INDArray into) {
    array.muli(padded.get(time), into);
  }
}
