package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.MeasurementWriter;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.TrialSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole experiment's event files, as the engine has them written. */
final class EventSamples {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.5Z"), ZoneOffset.UTC);

  private EventSamples() {}

  /** A small experiment: two cells, one or two layers, two seeds; one trial fails. */
  static void write(Path path) {
    ExperimentDirectory directory = new ExperimentDirectory(path);
    Set<Configuration> configurations = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (String cell : List.of("rnn", "lstm")) {
      for (long layers = 1; layers <= 2; layers++) {
        Configuration configuration = Samples.configuration(cell, layers);
        configurations.add(configuration);
        for (long seed = 1; seed <= 2; seed++) {
          String name = cell + "-" + layers + "x64-seed" + seed;
          names.add(name);
          boolean fails = cell.equals("rnn") && layers == 2 && seed == 2;
          write(directory.trial(name), name, configuration, seed, fails);
        }
      }
    }
    ExperimentRecord record = Samples.experiment(List.of(), names);
    directory.write(record);
    ExperimentEvents.write(
        directory,
        record,
        configurations,
        List.of("validation.crossEntropy", "test.perplexity", "test.recallAt1"),
        CLOCK);
  }

  /** One of its trials. */
  static void write(
      TrialDirectory directory, String trial, Configuration setting, long seed, boolean fails) {
    TrialSetup setup = new TrialSetup(1, trial, "cells", setting, seed, Thresholds.STANDARD);
    directory.write(setup);
    String group = trial.replaceAll("-seed.*", "");
    try (TrialEvents events = new TrialEvents(directory, setup, group, CLOCK);
        MeasurementWriter lines = new MeasurementWriter(directory.measurements(), CLOCK)) {
      for (Measurement measurement : Samples.measurements()) {
        events.measured(measurement);
        lines.append(measurement);
      }
      for (String name : List.of("parameter/embedding.weight", "gradient/embedding.weight")) {
        events.histogram(name, 20, Histogram.of(new double[] {0, 0.1, 0.2, 0.25, 1}));
      }
      TrialRecord record =
          fails
              ? Samples.failed(trial, setting, seed)
              : Samples.completed(trial, setting, seed, metrics(seed));
      directory.write(record);
      events.finished(record);
    }
  }

  private static Map<String, Double> metrics(long seed) {
    return Map.of(
        "validation.crossEntropy", 6.75, "test.perplexity", 900.0 + seed, "test.recallAt1", 0.125);
  }
}
