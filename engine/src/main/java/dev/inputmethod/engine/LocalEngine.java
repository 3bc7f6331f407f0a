package dev.inputmethod.engine;

import dev.inputmethod.sweep.Launcher;
import java.nio.file.Path;
import java.util.List;

/** The engine on this machine: trials run in child JVMs. */
public final class LocalEngine implements Engine {
  private final Launcher launcher;
  private final Workplace workplace;

  public LocalEngine(Launcher launcher, Workplace workplace) {
    this.launcher = launcher;
    this.workplace = workplace;
  }

  @Override
  public RunResult experiment(ExperimentRequest request, RunListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Path> report() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Path> process(ExperimentRequest request, RunListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Evaluated evaluate(EvaluateRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Predictor predict(PredictRequest request) {
    throw new UnsupportedOperationException();
  }
}
