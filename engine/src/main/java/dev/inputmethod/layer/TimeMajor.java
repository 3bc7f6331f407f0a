package dev.inputmethod.layer;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's {@code [batch, features, time]} laid out in memory as {@code [time, batch, features]}.
 *
 * <p>Then all steps are one row-major matrix {@code [time·batch, features]}, one product serves
 * them all, and a step is a block of rows. Arrays that come in another layout are copied into this
 * one.
 */
final class TimeMajor {
  private TimeMajor() {}

  /** A new array of shape {@code [batch, features, time]}, not initialised. */
  static INDArray allocate(
      LayerWorkspaceMgr workspaces,
      ArrayType kind,
      DataType type,
      long batch,
      long features,
      long time) {
    return workspaces
        .createUninitialized(kind, type, new long[] {time, batch, features}, 'c')
        .permute(1, 2, 0);
  }

  /** Whether {@link #rows} needs no copy. */
  static boolean isLaidOut(INDArray batchFeaturesTime) {
    INDArray steps = batchFeaturesTime.permute(2, 0, 1);
    long expected = 1;
    for (int dimension = 2; dimension >= 0; dimension--) {
      if (steps.size(dimension) != 1 && steps.stride(dimension) != expected) {
        return false;
      }
      expected *= steps.size(dimension);
    }
    return true;
  }

  /**
   * All steps as {@code [time·batch, features]}: a view where the layout allows it, else a copy.
   */
  static INDArray rows(INDArray batchFeaturesTime) {
    INDArray steps = batchFeaturesTime.permute(2, 0, 1);
    INDArray contiguous = isLaidOut(batchFeaturesTime) ? steps : steps.dup('c');
    return contiguous.reshape('c', steps.size(0) * steps.size(1), steps.size(2));
  }

  /** Copies all steps into {@code [time·batch, features]}. */
  static void copy(INDArray batchFeaturesTime, INDArray intoRows) {
    INDArray steps = batchFeaturesTime.permute(2, 0, 1);
    intoRows.reshape('c', steps.shape()).assign(steps);
  }

  /**
   * One number for each example and step: {@code [batch, time]} as a column {@code [time·batch,
   * 1]}.
   */
  static INDArray column(INDArray batchTime, DataType type) {
    return batchTime.permute(1, 0).castTo(type).dup('c').reshape('c', batchTime.length(), 1);
  }
}
