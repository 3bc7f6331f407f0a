package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A {@link CorrectedAdam} at work: ND4J's operation, given the ε that makes it the same formula.
 */
final class CorrectedAdamUpdater extends AdamUpdater {
  CorrectedAdamUpdater(CorrectedAdam config) {
    super(config);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    Adam config = getConfig();
    // α·m̂/(√v̂ + ε) = α·√(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√v + ε·√(1−β₂ᵗ)), and the operation computes the
    // latter.
    double correction = Math.sqrt(1 - Math.pow(config.getBeta2(), iteration + 1.0));
    Nd4j.exec(
        new org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater(
            gradient.reshape(getV().shape()),
            getV(),
            getM(),
            config.getLearningRate(iteration, epoch),
            config.getBeta1(),
            config.getBeta2(),
            config.getEpsilon() * correction,
            iteration));
  }
}
