package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything a report is written from.
 *
 * @param comparison the experiment's configurations, ranked
 * @param shown the same, in the same order, with their lines
 * @param naming what they are called
 * @param hiddenSizes that occur, ascending
 */
record Findings(Comparison comparison, List<Shown> shown, Naming naming, List<Long> hiddenSizes) {
  /**
   * More configurations than this in one picture, and only the best of each cell keeps its colour.
   */
  static final int MOST_COLOURED = 8;

  /** Reads records and measurements. */
  static Findings read(ExperimentDirectory directory) {
    return of(
        Comparison.of(directory),
        trial -> {
          TrialDirectory files = directory.trial(trial.trial());
          Curves.Collector collector =
              new Curves.Collector(trial.best().map(Best::step).orElse(Long.MAX_VALUE));
          if (Files.isRegularFile(files.measurements())) {
            files.readMeasurements(collector::add);
          }
          return collector.curves();
        });
  }

  /** Reads records alone: enough for an answer in words, and quick. */
  static Findings readRecords(ExperimentDirectory directory) {
    Curves none = new Curves.Collector(0).curves();
    return of(Comparison.of(directory), trial -> none);
  }

  private static Findings of(Comparison comparison, Function<TrialRecord, Curves> measurements) {
    Naming naming = new Naming(comparison.differingSettings());
    Set<Long> sizes = new TreeSet<>();
    for (ConfigurationResult result : comparison.configurations()) {
      result.configuration().wholeNumber("model.hiddenSize").ifPresent(sizes::add);
    }
    List<Long> hiddenSizes = List.copyOf(sizes);
    List<Shown> shown = new ArrayList<>();
    for (ConfigurationResult result : comparison.configurations()) {
      shown.add(Shown.of(shown.size(), result, measurements, naming, hiddenSizes));
    }
    return new Findings(comparison, List.copyOf(shown), naming, hiddenSizes);
  }

  /** Whether the picture of all configurations shows most of them in grey. */
  boolean isCrowded() {
    return shown.size() > MOST_COLOURED;
  }

  /** Those drawn in colour where all are drawn: the first of each cell, or all if they are few. */
  Set<Shown> coloured() {
    if (!isCrowded()) {
      return new LinkedHashSet<>(shown);
    }
    return new LinkedHashSet<>(firstOfEachCell());
  }

  /** The best of each cell; where nothing is ranked, the first. */
  List<Shown> firstOfEachCell() {
    Set<String> cells = new HashSet<>();
    return shown.stream().filter(it -> cells.add(it.look().cell())).toList();
  }

  /** The ranked configurations, best first. */
  List<Shown> ranked() {
    return shown.subList(0, comparison.ranked().size());
  }

  /**
   * Values of the differing settings that no line's look shows; one empty text if there are none.
   */
  List<String> facets() {
    Set<String> facets = new LinkedHashSet<>();
    shown.forEach(it -> facets.add(it.facet()));
    return List.copyOf(facets);
  }
}
