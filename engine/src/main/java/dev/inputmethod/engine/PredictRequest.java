package dev.inputmethod.engine;

import java.util.Optional;

/**
 * A request to predict with a trial.
 *
 * @param trial the name of a trial or experiment, {@code experiment/trial}, or a directory; empty
 *     for the winner's best seed
 */
public record PredictRequest(Optional<String> trial) {}
