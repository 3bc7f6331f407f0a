package dev.inputmethod.random;

/**
 * The parts of SplitMix64 (Steele, Lea and Flood 2014). Its nth number is {@code mix(seed + n ·
 * GAMMA)}.
 */
public final class SplitMix64 {
  /** What the state grows by, modulo 2⁶⁴: 2⁶⁴ divided by the golden ratio. */
  public static final long GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  /** The finaliser, a bijection in which every bit of the value changes half of the result's. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
