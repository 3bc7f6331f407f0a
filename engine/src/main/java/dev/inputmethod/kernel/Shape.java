package dev.inputmethod.kernel;

/**
 * The shape of a batch: so many steps of so many examples, each in a lane of its own.
 *
 * @param time steps
 * @param batch examples
 */
public record Shape(int time, int batch) {

  /** The batch and what pads it to whole vectors. */
  public int lanes() {
    return (batch + Kernels.LANES - 1) / Kernels.LANES * Kernels.LANES;
  }
}
