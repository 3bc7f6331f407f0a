package dev.inputmethod.batch;

import dev.inputmethod.engine.CheckedRequest;
import dev.inputmethod.engine.Drawn;
import dev.inputmethod.engine.Engine;
import dev.inputmethod.engine.EvaluateRequest;
import dev.inputmethod.engine.Evaluated;
import dev.inputmethod.engine.ExperimentRequest;
import dev.inputmethod.engine.ExperimentResult;
import dev.inputmethod.engine.PredictRequest;
import dev.inputmethod.engine.Predictor;
import dev.inputmethod.engine.RunListener;
import dev.inputmethod.engine.RunResult;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records requests and runs nothing. */
final class FakeEngine implements Engine {
  final List<Object> requests = new ArrayList<>();
  final FakePredictor predictor = new FakePredictor();
  int checks;
  private final Path output;
  private final TrialRecord[] failed;
  List<Problem> damaged = List.of();
  List<Problem> mistakes = List.of();
  Optional<Problem> refusal = Optional.empty();
  Optional<RuntimeException> stop = Optional.empty();
  Optional<Error> error = Optional.empty();

  FakeEngine(Path output, TrialRecord... failed) {
    this.output = output;
    this.failed = failed;
  }

  @Override
  public CheckedRequest check(ExperimentRequest request) {
    checks++;
    if (!mistakes.isEmpty()) {
      throw new InvalidInputException(mistakes);
    }
    return new CheckedRequest(request, List.of());
  }

  @Override
  public RunResult experiment(CheckedRequest checked, RunListener listener) {
    requests.add(checked.request());
    if (stop.isPresent()) {
      throw stop.get();
    }
    ExperimentResult result = Records.result(output, "cells", failed);
    listener.planned("cells", 1 + failed.length, 0, 0);
    listener.trialFinished(Records.completed("a"));
    listener.experimentFinished(result);
    return new RunResult(List.of(result), output.resolve("index.html"), 0);
  }

  @Override
  public Drawn report() {
    requests.add("report");
    if (error.isPresent()) {
      throw error.get();
    }
    return new Drawn(List.of(output.resolve("index.html")), damaged);
  }

  @Override
  public List<Path> process(CheckedRequest checked, RunListener listener) {
    requests.add(checked.request());
    return List.of(output.resolve("cells"));
  }

  @Override
  public Evaluated evaluate(EvaluateRequest request) {
    requests.add(request);
    return new Evaluated(
        "a",
        Map.of(
            "perplexity",
            12.34567,
            "targets",
            3495.0,
            "baseline.bigram.perplexity",
            20.5,
            "baseline.uniform.perplexity",
            100.0),
        output.resolve("evaluation.json"),
        List.of("no unigram"));
  }

  @Override
  public Predictor predict(PredictRequest request) {
    if (refusal.isPresent()) {
      throw new InvalidInputException(refusal.get());
    }
    requests.add(request);
    return predictor;
  }
}
