package dev.inputmethod.torch;

/**
 * One point of the grid.
 *
 * @param packed whether the examples have lengths of their own
 * @param initialState whether h_0 (and c_0) are given
 * @param everyStep one target a word, or one an example
 */
record ReferenceCase(
    Shape shape,
    int time,
    int batch,
    boolean packed,
    boolean initialState,
    boolean everyStep,
    long seed) {

  String name() {
    return String.join(
            "-",
            shape.cell().label().replace('_', '-'),
            shape.layers() + "x" + shape.hidden(),
            shape.bidirectional() ? "bidirectional" : "forward",
            "time" + time)
        + (shape.bias() ? "" : "-nobias")
        + (packed ? "-packed" : "")
        + (initialState ? "-state" : "")
        + (everyStep ? "-everystep" : "");
  }
}
