package dev.inputmethod.layer;

/**
 * ‖∂L/∂h_t‖₂ of one layer and direction, with everything that reaches h_t: from the layer above and
 * through all steps that are read after t.
 *
 * <p>Not a record: it holds an array, which is the receiver's to keep.
 */
public final class HiddenGradients {
  private final int level;
  private final boolean backward;
  private final double[][] norms;

  HiddenGradients(int level, boolean backward, double[][] norms) {
    this.level = level;
    this.backward = backward;
    this.norms = norms;
  }

  /** The layer's place in the recurrent stack, 1 is the lowest. */
  public int level() {
    return level;
  }

  /** Whether this is the direction that reads from the end. */
  public boolean backward() {
    return backward;
  }

  /** {@code [batch][time]}, 0 at padded steps. */
  public double[][] norms() {
    return norms;
  }
}
