package dev.inputmethod.engine;

import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.experiment.Experiment;
import dev.inputmethod.experiment.ExperimentReader;
import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.experiment.Overrides;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.html.IndexPage;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.ProvenanceFactory;
import dev.inputmethod.sweep.Sweep;
import dev.inputmethod.sweep.WorkerPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The engine on this machine, which runs trials in child JVMs. */
public final class LocalEngine implements Engine {
  /** How long corpora are kept after their last use; they are rebuilt when needed. */
  private static final Duration CORPORA_KEPT = Duration.ofDays(30);

  private final Launcher launcher;
  private final WorkingDirectories directories;
  private final OutputDirectory output;

  public LocalEngine(Launcher launcher, WorkingDirectories directories) {
    this.launcher = launcher;
    this.directories = directories;
    this.output = new OutputDirectory(directories.output());
  }

  @Override
  public CheckedRequest check(ExperimentRequest request) {
    List<Experiment> experiments =
        new ExperimentReader(directories.base(), Overrides.parse(request.overrides()))
            .read(request.patterns(), request.excludes(), "inputmethod.experiments");
    return new CheckedRequest(request, experiments);
  }

  @Override
  public RunResult experiment(CheckedRequest checked, RunListener listener) {
    Planner planner = new Planner(directories);
    return OutputLock.holding(
        directories.output(),
        checked.request().command(),
        () -> run(checked.request(), planner.plan(checked.experiments(), listener), listener));
  }

  private RunResult run(
      ExperimentRequest request, List<PlannedExperiment> planned, RunListener listener) {
    List<ExperimentResult> results = new ArrayList<>();
    ProvenanceFactory provenances = ProvenanceFactory.forExperimentsIn(directories.base());
    try (WorkerPool pool =
        new WorkerPool(launcher, most(request, planned), output, provenances.commit())) {
      ExperimentRun run =
          new ExperimentRun(new Sweep(pool, provenances, request.onlyFailed()), listener);
      for (PlannedExperiment experiment : planned) {
        results.add(run.run(experiment, workers(request, experiment), request.command()));
      }
      new CorpusCache(output.corpora()).prune(provenances.clock().instant().minus(CORPORA_KEPT));
      return new RunResult(
          results, IndexPage.write(directories.output()), DiskUse.of(output.corpora()));
    } catch (InterruptedException e) {
      // Only after the reports are drawn: an interrupted thread cannot write files.
      RunStoppedException stopped =
          stopped(planned, results, new IllegalStateException("interrupted", e));
      Thread.currentThread().interrupt();
      throw stopped;
    } catch (RuntimeException e) {
      throw stopped(planned, results, e);
    }
  }

  /** Draws the reports that can still be drawn. */
  private RunStoppedException stopped(
      List<PlannedExperiment> planned, List<ExperimentResult> results, RuntimeException reason) {
    long corporaBytes = 0;
    try {
      if (results.size() < planned.size()) {
        results.add(ExperimentRun.report(planned.get(results.size()).directory()));
      }
      IndexPage.write(directories.output());
      corporaBytes = DiskUse.of(output.corpora());
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
    return new RunStoppedException(new RunResult(results, output.page(), corporaBytes), reason);
  }

  private static int most(ExperimentRequest request, List<PlannedExperiment> planned) {
    return planned.stream()
        .mapToInt(each -> Math.min(workers(request, each), each.trials().size()))
        .max()
        .orElse(1);
  }

  /** Returns the requested number of workers, or else the file's, or else one per core. */
  private static int workers(ExperimentRequest request, PlannedExperiment planned) {
    OptionalInt asked =
        request.workers().isPresent() ? request.workers() : planned.experiment().workers();
    return asked.orElse(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public Drawn report() {
    List<ExperimentDirectory> experiments =
        Files.isDirectory(output.path()) ? output.experiments() : List.of();
    if (experiments.isEmpty()) {
      throw new InvalidInputException(
          new Problem(
              FilePatterns.shown(output.path()),
              "contains no experiment to report; run one first, or give another output directory"));
    }
    List<Path> pages = new ArrayList<>();
    List<Problem> damaged = new ArrayList<>();
    for (ExperimentDirectory directory : experiments) {
      try {
        ExperimentResult result = ExperimentRun.report(directory);
        pages.add(result.report());
        damaged.addAll(result.damaged());
      } catch (InvalidInputException e) {
        damaged.addAll(e.problems());
      }
    }
    pages.add(IndexPage.write(directories.output()));
    return new Drawn(pages, damaged);
  }

  @Override
  public List<Path> process(CheckedRequest checked, RunListener listener) {
    return OutputLock.holding(
        directories.output(),
        checked.request().command(),
        () -> new Processing(directories, output).process(checked.experiments(), listener));
  }

  @Override
  public Evaluated evaluate(EvaluateRequest request) {
    return new TrialService(launcher, directories).evaluate(request);
  }

  @Override
  public Predictor predict(PredictRequest request) {
    return new TrialService(launcher, directories).predict(request);
  }
}
