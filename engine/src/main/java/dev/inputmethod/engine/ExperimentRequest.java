package dev.inputmethod.engine;

import java.util.List;
import java.util.OptionalInt;

/**
 * A request to run or process experiments.
 *
 * @param patterns Ant-style patterns of experiment files
 * @param excludes Ant-style patterns of experiment files to skip
 * @param overrides settings as in {@code -Dinputmethod.set=}, such as {@code
 *     training.epochs=1,sweep.cell=[rnn,lstm]}; may be empty
 * @param workers the number of workers; empty for the file's setting
 * @param onlyFailed whether to run only the trials that failed before
 * @param command the command that repeats the request, for the report
 */
public record ExperimentRequest(
    List<String> patterns,
    List<String> excludes,
    String overrides,
    OptionalInt workers,
    boolean onlyFailed,
    String command) {
  public ExperimentRequest {
    patterns = List.copyOf(patterns);
    excludes = List.copyOf(excludes);
  }
}
