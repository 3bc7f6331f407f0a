package dev.inputmethod.kernel;

/**
 * Elementary functions made of exactly rounded operations, so that they give the same bits
 * everywhere; {@link Math}'s own may differ between machines.
 *
 * <p>The coefficients are minimax fits made for this project; the tests hold the error bounds.
 */
final class Functions {
  /** Beyond it every float's tanh rounds to ±1. */
  static final float TANH_LIMIT = 9.01f;

  static final float TANH_P0 = 1.0f;
  static final float TANH_P1 = 0.13379718f;
  static final float TANH_P2 = 0.0034940348f;
  static final float TANH_P3 = 2.0583486e-5f;
  static final float TANH_P4 = 1.3319079e-8f;
  static final float TANH_Q1 = 0.46713033f;
  static final float TANH_Q2 = 0.025871074f;
  static final float TANH_Q3 = 3.2830934e-4f;
  static final float TANH_Q4 = 7.762022e-7f;

  /** Within them 2ⁿ is a normal float. */
  static final float EXP_LOWEST = -87.3f;

  static final float EXP_HIGHEST = 88.0f;
  static final float LOG2_E = 1.442695f;
  static final float LN2_HIGH = 0.69314575f;
  static final float LN2_LOW = 1.4286068e-6f;

  /** Adding 1.5·2²³ leaves a float's nearest whole number in its lowest bits. */
  static final float ROUNDER = 12582912f;

  static final float EXP_P2 = 0.49999994f;
  static final float EXP_P3 = 0.1666652f;
  static final float EXP_P4 = 0.041668393f;
  static final float EXP_P5 = 0.008368781f;
  static final float EXP_P6 = 0.0013814467f;

  private Functions() {}

  /** eˣ; below −87.3 as at −87.3, above 88 as at 88. */
  static float exp(float x) {
    float within = Math.min(Math.max(x, EXP_LOWEST), EXP_HIGHEST);
    float shifted = Math.fma(within, LOG2_E, ROUNDER);
    float whole = shifted - ROUNDER;
    float rest = Math.fma(whole, -LN2_LOW, Math.fma(whole, -LN2_HIGH, within));
    float p = Math.fma(EXP_P6, rest, EXP_P5);
    p = Math.fma(p, rest, EXP_P4);
    p = Math.fma(p, rest, EXP_P3);
    p = Math.fma(p, rest, EXP_P2);
    p = Math.fma(p, rest * rest, rest) + 1;
    return p * Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + 127) << 23);
  }

  /** 1/(1 + e⁻ˣ). */
  static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  /** A rational function of x²; relative error below 3·10⁻⁷. */
  static float tanh(float x) {
    float within = Math.min(Math.max(x, -TANH_LIMIT), TANH_LIMIT);
    float square = within * within;
    float p = Math.fma(TANH_P4, square, TANH_P3);
    p = Math.fma(p, square, TANH_P2);
    p = Math.fma(p, square, TANH_P1);
    p = Math.fma(p, square, TANH_P0);
    float q = Math.fma(TANH_Q4, square, TANH_Q3);
    q = Math.fma(q, square, TANH_Q2);
    q = Math.fma(q, square, TANH_Q1);
    q = Math.fma(q, square, 1f);
    return Math.max(Math.min(within * p / q, 1f), -1f);
  }
}
