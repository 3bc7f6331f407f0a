package dev.inputmethod.batch;

import dev.inputmethod.engine.Drawn;
import dev.inputmethod.engine.Engine;
import dev.inputmethod.engine.Evaluated;
import dev.inputmethod.engine.ExperimentRequest;
import dev.inputmethod.engine.Predictor;
import dev.inputmethod.engine.RunResult;
import dev.inputmethod.engine.RunStoppedException;
import dev.inputmethod.problem.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What both doors do: ask the engine, and tell the user what came of it. */
public final class Tasks {
  private final Engine engine;
  private final Consumer<String> log;
  private final boolean batchMode;

  /**
   * Does tasks with an engine.
   *
   * @param log takes a line without its end
   * @param batchMode whether to draw no bar, even on a terminal
   */
  public Tasks(Engine engine, Consumer<String> log, boolean batchMode) {
    this.engine = engine;
    this.log = log;
    this.batchMode = batchMode;
  }

  /**
   * Looks for mistakes that can be seen before anything runs.
   *
   * @throws dev.inputmethod.problem.InvalidInputException with all of them
   */
  void check(TaskKind kind, TaskSettings settings) {
    switch (kind) {
      case EXPERIMENT, PROCESS -> settings.experimentRequest("", engine::check);
      case EVALUATE -> settings.evaluateRequest();
      case PREDICT -> settings.offer();
      case REPORT, CLEAN -> {
        // These take no settings.
      }
    }
  }

  /**
   * Runs experiments.
   *
   * @param command what repeats it
   * @return every failed trial and every damaged record, a line each
   */
  public List<String> experiment(TaskSettings settings, String command) {
    ExperimentRequest request = settings.experimentRequest(command, engine::check);
    RunResult result;
    try (ProgressView progress = ProgressView.fitting(batchMode, log)) {
      result = engine.experiment(request, progress);
    } catch (RunStoppedException e) {
      if (!e.finished().experiments().isEmpty()) {
        Summary.lines(e.finished()).forEach(log);
      }
      throw e;
    }
    Summary.lines(result).forEach(log);
    return Summary.failures(result);
  }

  /** Writes the experiments' windows for others to read. */
  public void process(TaskSettings settings, String command) {
    ExperimentRequest request = settings.experimentRequest(command, engine::check);
    try (ProgressView progress = ProgressView.fitting(batchMode, log)) {
      for (Path directory : engine.process(request, progress)) {
        progress.note("windows written to " + directory);
      }
    }
  }

  /**
   * Draws the reports again.
   *
   * @return every damaged record, a line each
   */
  public List<String> report() {
    Drawn drawn = engine.report();
    for (Path page : drawn.pages()) {
      log.accept("report: " + Summary.page(page));
    }
    return drawn.damaged().stream().map(Problem::toString).toList();
  }

  /** Scores a trial on dialogues. */
  public void evaluate(TaskSettings settings) {
    Evaluated evaluated = settings.placing(() -> engine.evaluate(settings.evaluateRequest()));
    log.accept(evaluated.trial());
    EvaluationTable.lines(evaluated.metrics()).forEach(log);
    evaluated.notes().forEach(log);
    log.accept("stored in " + evaluated.file());
  }

  /**
   * Offers words.
   *
   * @param in read as UTF-8 when it is no terminal
   * @param out written as UTF-8 when it is no terminal
   */
  public void predict(TaskSettings settings, InputStream in, OutputStream out) {
    Offer offer = settings.offer();
    try (Predictor predictor = settings.placing(() -> engine.predict(settings.predictRequest()))) {
      new Prompt(predictor, offer).run(settings.prefix(), in, out);
    }
  }
}
