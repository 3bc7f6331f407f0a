package dev.inputmethod.experiment;

/**
 * How dialogues are divided: shares that sum to 1, by a hash keyed with the seed.
 *
 * @param train share of dialogues to learn from
 * @param validation share to choose by
 * @param test share to report on
 * @param seed keys the hash; not a trial's seed
 */
public record SplitSettings(double train, double validation, double test, long seed) {}
