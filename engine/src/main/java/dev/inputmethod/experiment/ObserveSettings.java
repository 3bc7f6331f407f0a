package dev.inputmethod.experiment;

/**
 * How often the network is looked at; 0 is never.
 *
 * @param everySteps between measurements of loss and norms
 * @param reachEverySteps between measurements of the gradient's reach
 * @param histogramsEveryEpochs between histograms of parameters and gradients
 */
public record ObserveSettings(int everySteps, int reachEverySteps, int histogramsEveryEpochs) {}
