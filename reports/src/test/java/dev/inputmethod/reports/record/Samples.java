package dev.inputmethod.reports.record;

import dev.inputmethod.reports.record.Measurement.Attention;
import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.GateShares;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.JacobianSpectrum;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Saturation;
import dev.inputmethod.reports.record.Measurement.Spectra;
import dev.inputmethod.reports.record.Measurement.Spectrum;
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
        Optional.of(
            new DataSummary(
                200, 2500, 20000, 1, 1500, 14000, 1750, 1800, 0.0625, 0.25, Optional.of("7a0c"))),
        Optional.of(gradient()),
        Optional.of(
            new Verdict(
                Verdict.Kind.SHORT_REACH,
                Optional.of(Verdict.Kind.SHORT_REACH),
                Optional.empty(),
                "g(31) at the embedded words is 4.2e-11 of g(1), below 0.001.",
                "Try model.forgetBias.")),
        provenance());
  }

  /** An exponential decay that halves every 0.9 steps. */
  public static Decay decay() {
    return new Decay(
        1,
        31,
        0.463,
        0.9,
        0.99,
        Optional.of(new Interval(0.45, 0.475)),
        Optional.of(new Interval(0.868, 0.931)),
        9.5,
        0.4,
        3.75);
  }

  /** What the probes of a trial come to that reaches back a few words. */
  public static GradientSummary gradient() {
    return new GradientSummary(
        32,
        32,
        256,
        Optional.of(new ReachSummary(0.25, 1.0E-11, 4.0E-11, 0.5, 1.0, Optional.of(1.0), true)),
        Optional.of(new ReachSummary(0.125, 1.0E-14, 8.0E-14, 0.25, 1.0, Optional.empty(), true)),
        Optional.of(decay()),
        Optional.empty(),
        Optional.of(new Interval(1.0E-14, 5.0E-11)),
        Optional.of(0.75),
        Optional.of(-0.5),
        Optional.of(2.25),
        Optional.of(0.03125));
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
        List.copyOf(axes.keySet()),
        targetAxes,
        trials,
        2,
        Thresholds.STANDARD);
  }

  /** Some of each kind, one with what JSON has no number for. */
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
                new HiddenReach(1, Direction.FORWARD, List.of(0.25, 0.001)),
                new HiddenReach(1, Direction.BACKWARD, List.of(0.001, 0.25)))),
        new Epoch(1, 20, 6.5, 6.75),
        new Step(2, 30, Double.NaN, Double.POSITIVE_INFINITY, Map.of(), Optional.of(0.5)),
        new Reach(
            1,
            20,
            Moment.BEST,
            List.of(256L, 256L),
            List.of(0.5, 1.5E-7),
            List.of(0.25, 1.0E-7),
            List.of(0.75, 2.0E-7),
            Optional.of(decay()),
            List.of(
                new HiddenReach(
                    1,
                    Direction.FORWARD,
                    List.of(0.25, 0.001),
                    List.of(0.25, 0.002),
                    Optional.empty()))),
        new Spectra(
            1,
            20,
            Moment.BEST,
            List.of(
                new PlaceSpectra(
                    1,
                    Direction.FORWARD,
                    Map.of("state", new Spectrum(1.125, 0.875)),
                    new JacobianSpectrum(8, 1.0, 1.25, 0.75, 0.875, 8, -0.5)))),
        new Attention(1, 20, Moment.BEST, List.of(256L, 256L), List.of(0.75, 0.25)),
        new Saturation(
            1,
            20,
            Moment.BEST,
            List.of(
                new PlaceSaturation(
                    1,
                    Direction.FORWARD,
                    Map.of("forget", new GateShares(0.125, 0.25, 0.75)),
                    Map.of("candidate", 0.0625),
                    Optional.empty(),
                    Optional.of(2.5)),
                new PlaceSaturation(
                    2,
                    Direction.FORWARD,
                    Map.of(),
                    Map.of(),
                    Optional.of(0.125),
                    Optional.empty()))));
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
