package dev.inputmethod.experiment;

/**
 * What the network is made of.
 *
 * @param hiddenSize H, of each layer and direction
 * @param nonlinearity of the plain RNN only
 * @param bias whether the recurrent layers have biases
 * @param forgetBias of the LSTM only
 * @param dropout probability to drop, between layers
 * @param recurrentInitialisation what the recurrent weights start at
 * @param attention over the states of the last layer
 */
public record ModelSettings(
    int embeddingSize,
    int hiddenSize,
    int layers,
    Direction direction,
    Cell cell,
    Nonlinearity nonlinearity,
    boolean bias,
    ForgetBias forgetBias,
    double dropout,
    RecurrentInitialisation recurrentInitialisation,
    Attention attention) {}
