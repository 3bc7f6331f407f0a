package dev.inputmethod.reports.record;

/**
 * One line of {@code timings.jsonl}: how fast training went since the line before.
 *
 * @param epoch counted from 1
 * @param step updates done so far
 * @param seconds since the trial started
 * @param targetsPerSecond words predicted a second since the line before, training only
 */
public record Timing(int epoch, long step, double seconds, double targetsPerSecond) {}
