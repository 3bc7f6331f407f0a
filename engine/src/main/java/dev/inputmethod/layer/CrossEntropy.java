package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Softmax and cross-entropy of rows of logits, with one exponential for each logit: the
 * probabilities replace the logits, and the losses are taken on the way, where they are exact even
 * for words whose probability is too small to be represented.
 */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Turns logits into probabilities in place.
   *
   * @param logits {@code [rows, words]}, row-major
   * @return −ln p of each row's target, in nats; 0 where it does not count
   */
  static double[] softmax(INDArray logits, Targets targets) {
    logits.subiColumnVector(logits.max(true, 1));
    double[] losses = new double[targets.rows()];
    for (int row = 0; row < losses.length; row++) {
      losses[row] = -logits.getDouble(row, targets.id(row));
    }
    INDArray sums = normalise(logits);
    for (int row = 0; row < losses.length; row++) {
      losses[row] = targets.weight(row) * (losses[row] + Math.log(sums.getDouble(row, 0)));
    }
    return losses;
  }

  /** Turns logits into probabilities in place. */
  static void softmax(INDArray logits) {
    logits.subiColumnVector(logits.max(true, 1));
    normalise(logits);
  }

  private static INDArray normalise(INDArray logits) {
    Nd4j.getExecutioner().exec(new Exp(logits, logits));
    INDArray sums = logits.sum(true, 1);
    logits.diviColumnVector(sums);
    return sums;
  }

  /**
   * Turns probabilities into ∂(mean loss)/∂logits in place: each row's share of p − 1 at the
   * target, p elsewhere.
   */
  static void gradient(INDArray probabilities, Targets targets) {
    for (int row = 0; row < targets.rows(); row++) {
      int id = targets.id(row);
      probabilities.putScalar(row, id, probabilities.getDouble(row, id) - 1);
    }
    double[] shares = new double[targets.rows()];
    for (int row = 0; row < shares.length; row++) {
      shares[row] = targets.share(row);
    }
    probabilities.muliColumnVector(
        Nd4j.createFromArray(shares).castTo(probabilities.dataType()).reshape(shares.length, 1));
  }

  /** The mean over the targets that count. */
  static double mean(double[] losses, Targets targets) {
    double mean = 0;
    for (int row = 0; row < losses.length; row++) {
      mean += losses[row] * targets.share(row);
    }
    return mean;
  }
}
