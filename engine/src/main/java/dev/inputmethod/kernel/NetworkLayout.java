package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentPass.CellKind;
import java.util.List;

/**
 * What a network's weights do not tell of it.
 *
 * @param dropout whether a layer's input may be dropped, from the lowest up
 * @param softmax whether classes come out, with the cross-entropy for a loss; else numbers, with
 *     the squared error
 * @param answeredSteps how many steps are answered at, from the last one back; 0 for one answer
 *     from the final states
 */
public record NetworkLayout(
    CellKind cell, List<Boolean> dropout, boolean softmax, int answeredSteps) {
  public NetworkLayout {
    dropout = List.copyOf(dropout);
  }
}
