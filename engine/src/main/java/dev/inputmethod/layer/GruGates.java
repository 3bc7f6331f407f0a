package dev.inputmethod.layer;

/** Where each gate's block lies in a GRU's weights: PyTorch's order. */
public final class GruGates {
  public static final int RESET = 0;
  public static final int UPDATE = 1;
  public static final int CANDIDATE = 2;

  private GruGates() {}
}
