package dev.inputmethod.experiment;

/**
 * How dialogues are assigned to the splits: by a hash that is keyed with the seed, in shares that
 * sum to 1.
 *
 * @param train the share for training
 * @param validation the share for validation (model selection)
 * @param test the share for the final test
 * @param seed the key of the hash; not a trial's seed
 */
public record SplitSettings(double train, double validation, double test, long seed) {}
