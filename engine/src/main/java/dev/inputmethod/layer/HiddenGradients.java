package dev.inputmethod.layer;

/**
 * ‖∂L/∂h_t‖₂ of one layer and direction, with everything that reaches h_t: from the layer above and
 * through all steps that are read after t.
 *
 * @param level the layer's place in the recurrent stack, 1 is the lowest
 * @param backward whether this is the direction that reads from the end
 * @param norms {@code [batch][time]}, 0 at padded steps
 */
public record HiddenGradients(int level, boolean backward, double[][] norms) {}
