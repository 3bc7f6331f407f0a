package dev.inputmethod.experiment;

/**
 * What the network is made of.
 *
 * @param hiddenSize H, of each layer and direction
 * @param nonlinearity of the plain RNN only
 * @param bias whether the recurrent layers have biases
 * @param forgetBias what the LSTM's forget gate's bias starts at
 * @param dropout probability to drop, between layers
 */
public record ModelSettings(
    int embeddingSize,
    int hiddenSize,
    int layers,
    Direction direction,
    Cell cell,
    Nonlinearity nonlinearity,
    boolean bias,
    double forgetBias,
    double dropout) {}
