package dev.inputmethod.engine;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which experiments to run, and how.
 *
 * @param patterns Ant-style, of experiment files
 * @param excludes Ant-style, of experiment files to leave out
 * @param overrides as in {@code -Dinputmethod.set=}: {@code
 *     training.epochs=1,sweep.cell=[rnn,lstm]}; may be empty
 * @param workers trial processes side by side; empty leaves it to the file
 * @param onlyFailed run those trials again that failed, and no others
 * @param command what the user would type to repeat this, for the report
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
