package dev.inputmethod.batch;

/**
 * Which predictions are requested and shown for a prefix.
 *
 * @param candidates the maximum number of predictions shown
 * @param words the number of words in a continuation; 1 requests single next words and ignores
 *     {@code beam}
 * @param beam the number of hypotheses kept while searching for continuations, which is also the
 *     most that can be shown; 1 is a greedy search
 */
record PredictionOptions(int candidates, int words, int beam) {}
