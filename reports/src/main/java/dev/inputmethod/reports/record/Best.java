package dev.inputmethod.reports.record;

/**
 * Where the validation loss was lowest.
 *
 * @param epoch counted from 1
 * @param step updates done until then
 */
public record Best(int epoch, long step) {}
