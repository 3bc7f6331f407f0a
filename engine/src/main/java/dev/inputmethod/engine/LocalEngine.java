package dev.inputmethod.engine;

import dev.inputmethod.reports.html.IndexPage;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.Machine;
import dev.inputmethod.sweep.Sweep;
import dev.inputmethod.sweep.WorkerPool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The engine on this machine: trials run in child JVMs. */
public final class LocalEngine implements Engine {
  private final Launcher launcher;
  private final Workplace workplace;
  private final OutputDirectory output;

  public LocalEngine(Launcher launcher, Workplace workplace) {
    this.launcher = launcher;
    this.workplace = workplace;
    this.output = new OutputDirectory(workplace.output());
  }

  @Override
  public RunResult experiment(ExperimentRequest request, RunListener listener) {
    Planner planner = new Planner(workplace);
    List<PlannedExperiment> planned = planner.plan(planner.read(request), listener);
    List<ExperimentResult> results = new ArrayList<>();
    Machine machine = Machine.here(workplace.base());
    try (WorkerPool pool =
        new WorkerPool(launcher, most(request, planned), workplace.output(), machine.commit())) {
      ExperimentRun run =
          new ExperimentRun(new Sweep(pool, machine, request.onlyFailed()), listener);
      for (PlannedExperiment experiment : planned) {
        results.add(run.run(experiment, workers(request, experiment), request.command()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; what was finished is recorded", e);
    }
    return new RunResult(results, IndexPage.write(workplace.output()));
  }

  private static int most(ExperimentRequest request, List<PlannedExperiment> planned) {
    return planned.stream().mapToInt(each -> workers(request, each)).max().orElse(1);
  }

  /** As asked for, else as the file says, else one a core. */
  private static int workers(ExperimentRequest request, PlannedExperiment planned) {
    OptionalInt asked =
        request.workers().isPresent() ? request.workers() : planned.experiment().workers();
    return asked.orElse(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public List<Path> report() {
    List<Path> pages = new ArrayList<>();
    for (ExperimentDirectory directory : output.experiments()) {
      pages.add(ExperimentRun.report(directory).report());
    }
    pages.add(IndexPage.write(workplace.output()));
    return pages;
  }

  @Override
  public List<Path> process(ExperimentRequest request, RunListener listener) {
    Planner planner = new Planner(workplace);
    return new Processing(workplace, output).process(planner.read(request), listener);
  }

  @Override
  public Evaluated evaluate(EvaluateRequest request) {
    return new TrialService(launcher, workplace).evaluate(request);
  }

  @Override
  public Predictor predict(PredictRequest request) {
    return new TrialService(launcher, workplace).predict(request);
  }
}
