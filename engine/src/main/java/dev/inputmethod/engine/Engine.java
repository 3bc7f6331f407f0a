package dev.inputmethod.engine;

import dev.inputmethod.sweep.Launcher;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a door can ask for. Each call throws {@link
 * dev.inputmethod.problem.InvalidInputException} with every problem found when what the user gave
 * is wrong; nothing was run then.
 */
public final class Engine {
  private final Launcher launcher;
  private final Workplace workplace;

  public Engine(Launcher launcher, Workplace workplace) {
    this.launcher = launcher;
    this.workplace = workplace;
  }

  /** Runs every trial of the experiments that has no record yet, and draws their reports. */
  public RunResult experiment(ExperimentRequest request, RunListener listener) {
    throw new UnsupportedOperationException();
  }

  /**
   * Draws the reports of every experiment in the output directory again, from records; gives the
   * pages.
   */
  public List<Path> report() {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes the experiments' encoded windows as JSON Lines for others to read; gives the directories
   * written.
   */
  public List<Path> process(ExperimentRequest request, RunListener listener) {
    throw new UnsupportedOperationException();
  }

  /** Scores a trial on dialogue files; its metrics are stored beside the trial. */
  public Evaluated evaluate(EvaluateRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Opens a trial to predict with: the named one, or the best seed of the winner. */
  public Predictor predict(PredictRequest request) {
    throw new UnsupportedOperationException();
  }
}
