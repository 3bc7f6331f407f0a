package dev.inputmethod.experiment;

/**
 * How often the network is measured; 0 disables a measurement.
 *
 * @param everySteps the steps between measurements of loss and norms
 * @param reachEverySteps the steps between measurements of the gradient's reach
 * @param histogramsEveryEpochs the epochs between histograms of parameters and gradients
 */
public record ObserveSettings(int everySteps, int reachEverySteps, int histogramsEveryEpochs) {}
