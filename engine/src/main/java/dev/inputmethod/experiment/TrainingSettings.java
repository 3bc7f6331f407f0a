package dev.inputmethod.experiment;

import java.util.OptionalInt;

/**
 * How long and how fast a network learns, and from which gradient.
 *
 * @param truncatedBptt steps that the gradient goes back; empty where it goes back all the way
 */
public record TrainingSettings(
    int epochs,
    int batchSize,
    double learningRate,
    Optimizer optimizer,
    Clipping gradientClipping,
    OptionalInt truncatedBptt,
    TrainingTargets targets) {}
