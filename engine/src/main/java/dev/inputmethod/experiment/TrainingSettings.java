package dev.inputmethod.experiment;

import java.util.OptionalInt;

/**
 * How the network is trained.
 *
 * @param truncatedBptt the steps that the gradient is backpropagated through; empty without
 *     truncation
 */
public record TrainingSettings(
    int epochs,
    int batchSize,
    double learningRate,
    Optimizer optimizer,
    Clipping gradientClipping,
    OptionalInt truncatedBptt,
    TrainingTargets targets) {}
