package dev.inputmethod.engine;

import dev.inputmethod.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a door can ask for. Each call throws {@link
 * dev.inputmethod.problem.InvalidInputException} with every problem found when what the user gave
 * is wrong, the output directory included; no trial was run then.
 */
public interface Engine {
  /** Every mistake in the experiment files and overrides that a request names; runs nothing. */
  List<Problem> check(ExperimentRequest request);

  /**
   * Runs every trial of the experiments that has no record yet, and draws their reports.
   *
   * @throws RunStoppedException when something went wrong after the first experiment was begun
   */
  RunResult experiment(ExperimentRequest request, RunListener listener);

  /** Draws the reports of every experiment in the output directory again, from records. */
  Drawn report();

  /**
   * Writes the experiments' encoded windows as JSON Lines for others to read; gives the directories
   * written.
   */
  List<Path> process(ExperimentRequest request, RunListener listener);

  /** Scores a trial on dialogue files; its metrics are stored beside the trial. */
  Evaluated evaluate(EvaluateRequest request);

  /** Opens a trial to predict with: the named one, or the best seed of the winner. */
  Predictor predict(PredictRequest request);
}
