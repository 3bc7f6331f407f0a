package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that the Maven goals and the batch tool can do. Each method throws {@link
 * dev.inputmethod.problem.InvalidInputException} with every problem found if the user's input,
 * including the output directory, is invalid; no trial has been run then.
 */
public interface Engine {
  /** Reads the experiment files of a request with its overrides; runs nothing. */
  CheckedRequest check(ExperimentRequest request);

  /**
   * Runs every trial of the experiments that has no record yet, and draws their reports.
   *
   * @throws RunStoppedException if anything goes wrong after the first experiment has started
   */
  RunResult experiment(CheckedRequest checked, RunListener listener);

  /** Draws the reports of all experiments in the output directory again, from their records. */
  Drawn report();

  /** Exports the experiments' encoded windows as JSON Lines; returns the directories written. */
  List<Path> process(CheckedRequest checked, RunListener listener);

  /** Evaluates a trial on dialogue files, and stores its metrics in the trial's directory. */
  Evaluated evaluate(EvaluateRequest request);

  /** Loads a trial to predict with: the named one, or the best seed of the winner. */
  Predictor predict(PredictRequest request);
}
