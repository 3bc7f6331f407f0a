package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Softmax and cross-entropy of rows of logits, with one exponential for each logit.
 *
 * <p>Losses are taken from the logits, not from the probabilities: they stay exact where a
 * probability is too small to be represented.
 */
final class CrossEntropy {
  private CrossEntropy() {}

  /** Turns logits {@code [rows, words]} into probabilities in place. */
  static void softmax(INDArray logits) {
    shift(logits);
    logits.diviColumnVector(exponentiate(logits));
  }

  /**
   * −ln p of each row's target, in nats; 0 where it does not count.
   *
   * @param logits {@code [rows, words]}, overwritten
   */
  static double[] losses(INDArray logits, Targets targets) {
    shift(logits);
    double[] losses = ofTargets(logits, targets);
    addLogSums(losses, exponentiate(logits), targets);
    return losses;
  }

  /**
   * Turns logits {@code [rows, words]} into ∂(mean loss)/∂logits in place: each row's share of p,
   * and of p − 1 at the target.
   *
   * @return the mean loss, in nats
   */
  static double gradient(INDArray logits, Targets targets) {
    shift(logits);
    double[] losses = ofTargets(logits, targets);
    INDArray sums = exponentiate(logits);
    addLogSums(losses, sums, targets);
    logits.muliColumnVector(column(targets.shares(), logits).divi(sums));
    for (int row = 0; row < targets.rows(); row++) {
      int id = targets.id(row);
      logits.putScalar(row, id, logits.getDouble(row, id) - targets.share(row));
    }
    return targets.mean(losses);
  }

  /** Makes every row's greatest logit 0, so that no exponential overflows. */
  private static void shift(INDArray logits) {
    logits.subiColumnVector(logits.max(true, 1));
  }

  private static double[] ofTargets(INDArray logits, Targets targets) {
    double[] losses = new double[targets.rows()];
    for (int row = 0; row < losses.length; row++) {
      losses[row] = -logits.getDouble(row, targets.id(row));
    }
    return losses;
  }

  /** Returns each row's sum, {@code [rows, 1]}. */
  private static INDArray exponentiate(INDArray logits) {
    Nd4j.getExecutioner().exec(new Exp(logits, logits));
    return logits.sum(true, 1);
  }

  private static void addLogSums(double[] losses, INDArray sums, Targets targets) {
    for (int row = 0; row < losses.length; row++) {
      losses[row] = targets.weight(row) * (losses[row] + Math.log(sums.getDouble(row, 0)));
    }
  }

  private static INDArray column(double[] values, INDArray like) {
    return Nd4j.createFromArray(values).castTo(like.dataType()).reshape(values.length, 1);
  }
}
