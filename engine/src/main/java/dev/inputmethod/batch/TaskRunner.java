package dev.inputmethod.batch;

import dev.inputmethod.engine.CheckedRequest;
import dev.inputmethod.engine.Drawn;
import dev.inputmethod.engine.Engine;
import dev.inputmethod.engine.Evaluated;
import dev.inputmethod.engine.Predictor;
import dev.inputmethod.engine.RunResult;
import dev.inputmethod.engine.RunStoppedException;
import dev.inputmethod.problem.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs the tasks of the Maven goals and of the batch tool, and logs their results. */
public final class TaskRunner {
  private final Engine engine;
  private final Consumer<String> log;
  private final boolean batchMode;
  private final String rerunFailed;

  /**
   * Creates a runner.
   *
   * @param log receives one line at a time, without its line end
   * @param batchMode whether to print lines rather than draw a progress bar, even on a terminal
   * @param rerunFailed what the user gives to run failed trials again, such as {@code --only
   *     failed}
   */
  public TaskRunner(Engine engine, Consumer<String> log, boolean batchMode, String rerunFailed) {
    this.engine = engine;
    this.log = log;
    this.batchMode = batchMode;
    this.rerunFailed = rerunFailed;
  }

  /**
   * Checks the arguments of a task that reads experiment files, and those files.
   *
   * @param command the command that repeats the task
   * @throws dev.inputmethod.problem.InvalidInputException with every mistake
   */
  public CheckedRequest check(TaskArguments arguments, String command) {
    return arguments.experimentRequest(command, engine::check);
  }

  /**
   * Runs experiments.
   *
   * @return one line for each failed trial and each damaged file
   */
  public List<String> experiment(CheckedRequest checked) {
    RunResult result;
    try (ProgressView progress = ProgressView.fitting(batchMode, log)) {
      result = engine.experiment(checked, progress);
    } catch (RunStoppedException e) {
      if (!e.finished().experiments().isEmpty()) {
        Summary.lines(e.finished(), rerunFailed).forEach(log);
      }
      throw e;
    }
    Summary.lines(result, rerunFailed).forEach(log);
    return Summary.failures(result);
  }

  /** Exports the experiments' windows as JSON Lines. */
  public void process(CheckedRequest checked) {
    try (ProgressView progress = ProgressView.fitting(batchMode, log)) {
      for (Path directory : engine.process(checked, progress)) {
        progress.note("windows written to " + directory);
      }
    }
  }

  /**
   * Draws the reports again.
   *
   * @return one line for each damaged file
   */
  public List<String> report() {
    Drawn drawn = engine.report();
    for (Path page : drawn.pages()) {
      log.accept("report: " + Summary.page(page));
    }
    return drawn.damaged().stream().map(Problem::toString).toList();
  }

  /** Evaluates a trial on dialogues. */
  public void evaluate(TaskArguments arguments) {
    Evaluated evaluated = arguments.placing(() -> engine.evaluate(arguments.evaluateRequest()));
    log.accept(evaluated.trial());
    EvaluationTable.lines(evaluated.metrics()).forEach(log);
    evaluated.notes().forEach(log);
    log.accept("stored in " + evaluated.file());
  }

  /**
   * Predicts words.
   *
   * @param in read as UTF-8 if it is not a terminal
   * @param out written as UTF-8 if it is not a terminal
   */
  public void predict(TaskArguments arguments, InputStream in, OutputStream out) {
    PredictionOptions options = arguments.predictionOptions();
    try (Predictor predictor =
        arguments.placing(() -> engine.predict(arguments.predictRequest()))) {
      new Prompt(predictor, options).run(arguments.prefix(), in, out);
    }
  }
}
