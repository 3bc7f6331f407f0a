package dev.inputmethod.reports.record;

/**
 * What verdicts are judged by.
 *
 * @param vanishing a ratio g(far)/g(1) below this is small
 * @param exploding a growth above this is an explosion
 * @param dead where no distance has a gradient above this norm, nothing is learned
 * @param minimumContext a horizon of fewer steps is too short to judge
 */
public record Thresholds(double vanishing, double exploding, double dead, int minimumContext) {
  /** Those of an experiment that sets none. */
  public static final Thresholds STANDARD = new Thresholds(1e-3, 70, 1e-7, 10);
}
