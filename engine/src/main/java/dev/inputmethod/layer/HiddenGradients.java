package dev.inputmethod.layer;

/**
 * ‖∂L/∂h_t‖₂ of one layer and direction, with everything that reaches h_t: from the layer above and
 * through all steps that are read after t.
 *
 * <p>Not a record: it holds an array, which is the receiver's to keep.
 */
public final class HiddenGradients {
  private final Place place;
  private final double[][] norms;
  private final double[][] cellNorms;

  /**
   * @param cellNorms {@code [batch][time]}; of no rows for a cell without c
   */
  HiddenGradients(Place place, double[][] norms, double[][] cellNorms) {
    this.place = place;
    this.norms = norms;
    this.cellNorms = cellNorms;
  }

  /** The layer and direction. */
  public Place place() {
    return place;
  }

  /** {@code [batch][time]}, 0 at padded steps. */
  public double[][] norms() {
    return norms;
  }

  /** Whether the cell has a c beside h. */
  public boolean hasCell() {
    return cellNorms.length > 0;
  }

  /**
   * ‖∂L/∂c_t‖₂ as the steps that are read after t see it, h_t held fixed: h_t and c_t are what is
   * handed on, and the state's gradient is both together. {@code [batch][time]}; of no rows for a
   * cell without c.
   */
  public double[][] cellNorms() {
    return cellNorms;
  }
}
