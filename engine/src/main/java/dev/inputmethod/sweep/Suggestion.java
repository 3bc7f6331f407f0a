package dev.inputmethod.sweep;

/**
 * A predicted word or continuation.
 *
 * @param text the word, or the words of a continuation without separators
 * @param probability from 0 to 1; of a continuation, the product of its words' probabilities
 */
public record Suggestion(String text, double probability) {}
