package dev.inputmethod.kernel;

/**
 * The numbers of one step of Adam (Kingma and Ba 2015, Algorithm 1): θ ← θ − α̂ · m / (√v · k + ε).
 *
 * @param rate α̂ = α/(1 − β₁ᵗ)
 * @param rootScale k = 1/√(1 − β₂ᵗ)
 * @param epsilon ε
 * @param firstGain 1 − β₁
 * @param secondGain 1 − β₂
 */
public record AdamRates(
    float rate, float rootScale, float epsilon, float firstGain, float secondGain) {

  /**
   * What the step subtracts from a parameter.
   *
   * @param first m after the step
   * @param second v after it
   */
  public float update(float first, float second) {
    return rate * (first / Math.fma((float) Math.sqrt(second), rootScale, epsilon));
  }

  /**
   * The rates of a step.
   *
   * @param step t, counted from 1
   */
  public static AdamRates of(
      double learningRate, double beta1, double beta2, double epsilon, long step) {
    return new AdamRates(
        (float) (learningRate / (1 - StrictMath.pow(beta1, (double) step))),
        (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(beta2, (double) step))),
        (float) epsilon,
        (float) (1 - beta1),
        (float) (1 - beta2));
  }
}
