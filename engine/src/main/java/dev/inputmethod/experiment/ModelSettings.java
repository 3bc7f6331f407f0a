package dev.inputmethod.experiment;

/**
 * The structure of the network.
 *
 * @param hiddenSize the size of each layer's state in each direction
 * @param nonlinearity of the plain RNN only
 * @param bias whether the recurrent layers have biases
 * @param forgetBias of the LSTM only
 * @param dropout the dropout probability between layers
 * @param recurrentInitialisation the initial recurrent weights
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
