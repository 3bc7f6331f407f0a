package dev.inputmethod.reports.record;

import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Step;
import dev.inputmethod.reports.record.Outcome.Completed;
import dev.inputmethod.reports.record.Outcome.Failed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records and measurements for tests. */
public final class Samples {
  private Samples() {}

  /** A configuration with every type of value. */
  public static Configuration configuration(String cell, long layers) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("data.dialogues", List.of("data/对话.jsonl", "more/*.jsonl"));
    settings.put("data.contextLength", 5L);
    settings.put("data.split.train", 0.8);
    settings.put("model.layers", layers);
    settings.put("model.cell", cell);
    settings.put("model.bias", true);
    if (cell.equals("lstm")) {
      settings.put("model.forgetBias", 1.0);
    }
    settings.put("training.learningRate", 1.0E-4);
    return new Configuration(settings);
  }

  public static TrialRecord completed(
      String trial, Configuration configuration, long seed, Map<String, Double> metrics) {
    return new TrialRecord(
        TrialRecord.SCHEMA,
        trial,
        "cells",
        configuration,
        seed,
        new Completed(),
        Optional.of(new Best(3, 1234)),
        metrics,
        Optional.of(new DataSummary(200, 2500, 20000, 1, 1500, 14000, 1750, 1800, 0.0625, 0.25)),
        provenance());
  }

  public static TrialRecord failed(String trial, Configuration configuration, long seed) {
    return new TrialRecord(
        TrialRecord.SCHEMA,
        trial,
        "cells",
        configuration,
        seed,
        new Failed("training loss became NaN at step 17, \"epoch\" 1"),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        provenance());
  }

  public static ExperimentRecord experiment(List<String> targetAxes, List<String> trials) {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    axes.put("model.cell", List.of("rnn", "lstm"));
    axes.put("model.layers", List.of("1", "2"));
    return new ExperimentRecord(
        ExperimentRecord.SCHEMA,
        "cells",
        Optional.of("Which cell keeps its gradient?"),
        "experiment: cells\n",
        "experiments/cells.yaml",
        "mvn inputmethod:experiment",
        axes,
        targetAxes,
        trials,
        2);
  }

  /** One of each kind, one with what JSON has no number for. */
  public static List<Measurement> measurements() {
    Map<String, Norms> parameters = new LinkedHashMap<>();
    parameters.put("recurrent1.forward.recurrentWeight", new Norms(0.5, 1.0E-4, 12.25));
    parameters.put("embedding.weight", new Norms(0.1, 2.0E-20, 100.0));
    return List.of(
        new Step(1, 10, 7.25, 0.625, parameters),
        new Reach(
            1,
            10,
            List.of(640L, 512L),
            List.of(0.5, 1.5E-7),
            List.of(
                new HiddenReach(1, "forward", List.of(0.25, 0.001)),
                new HiddenReach(1, "backward", List.of(0.001, 0.25)))),
        new Epoch(1, 20, 6.5, 6.75),
        new Step(2, 30, Double.NaN, Double.POSITIVE_INFINITY, Map.of()));
  }

  private static Provenance provenance() {
    return new Provenance(
        Map.of("inputmethod", "0.1.0", "dl4j", "1.0.0-M2.1"),
        "0123abc",
        "Vendor JVM 17.0.1",
        "Linux 6.1 amd64",
        "A processor",
        "reference",
        1,
        "ab".repeat(32),
        "2026-01-02T03:04:05Z",
        12.5);
  }
}
