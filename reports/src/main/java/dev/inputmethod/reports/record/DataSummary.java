package dev.inputmethod.reports.record;

import java.util.Optional;

/**
 * What a trial learned from.
 *
 * @param dialogues all splits together
 * @param utterances all splits together
 * @param words all splits together, before rare words became {@code <unk>}
 * @param skippedLines malformed lines passed over under {@code onBadLine: skip}
 * @param vocabularySize with {@code <unk>} (and the separator word where there is one)
 * @param trainingTargets words to predict in the training split
 * @param validationTargets words to predict in the validation split
 * @param testTargets words to predict in the test split
 * @param outOfVocabularyRate share of validation targets that are not in the vocabulary, 0 to 1
 * @param paddedShare share of the training windows' context slots that are padding, 0 to 1
 * @param vocabularyHash SHA-256 of {@code vocabulary.txt}, hexadecimal; absent in older records
 */
public record DataSummary(
    long dialogues,
    long utterances,
    long words,
    long skippedLines,
    int vocabularySize,
    long trainingTargets,
    long validationTargets,
    long testTargets,
    double outOfVocabularyRate,
    double paddedShare,
    Optional<String> vocabularyHash) {}
