package dev.inputmethod.experiment;

/** Every setting of a trial but its seed. */
public record TrialConfig(
    DataSettings data, ModelSettings model, TrainingSettings training, ObserveSettings observe) {}
