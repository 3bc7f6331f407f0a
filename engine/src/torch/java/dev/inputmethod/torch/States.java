package dev.inputmethod.torch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * What a recurrent module returns.
 *
 * @param output the last layer's hidden state of every step, {@code [batch, time, directions ·
 *     hidden]}
 * @param hidden final hidden states, {@code [layers · directions, batch, hidden]}
 * @param cell final cell states of the same shape, LSTM only
 */
record States(Tensor output, Tensor hidden, Optional<Tensor> cell) {}
