package dev.inputmethod.experiment;

/** How long and how fast a network learns. */
public record TrainingSettings(
    int epochs, int batchSize, double learningRate, Optimizer optimizer) {}
