package dev.inputmethod.engine;

import java.util.Optional;

/**
 * Which trial to predict with.
 *
 * @param trial a trial's name, {@code experiment/trial}, or a directory; empty for the winner's
 *     best seed
 */
public record PredictRequest(Optional<String> trial) {}
