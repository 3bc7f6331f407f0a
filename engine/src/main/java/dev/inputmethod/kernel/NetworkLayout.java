package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentPass.CellKind;
import java.util.List;

/**
 * What a network's weights do not say about it.
 *
 * @param dropout whether a layer's input may be dropped, from the lowest up
 * @param softmax whether classes come out, with the cross-entropy for a loss; else numbers, with
 *     the squared error
 * @param answers where it answers
 */
public record NetworkLayout(
    CellKind cell, List<Boolean> dropout, boolean softmax, Answers answers) {
  public NetworkLayout {
    dropout = List.copyOf(dropout);
  }
}
