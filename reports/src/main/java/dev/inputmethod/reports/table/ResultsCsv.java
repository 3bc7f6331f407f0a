package dev.inputmethod.reports.table;

import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Trial records as RFC 4180 CSV: one row for each trial, one column for each name in the records
 * but the inner figures of fits, {@code \n} at line ends. Beside a trial's own verdict stand those
 * that the experiment gives the trial and its configuration. A column is there whether or not a
 * trial has a value for it, unless no trial can.
 */
final class ResultsCsv {
  private static final List<String> HEAD = List.of("schema", "trial", "experiment");
  private static final List<String> OUTCOME =
      List.of("seed", "outcome", "reason", "best.epoch", "best.step");
  private static final List<String> DATA =
      List.of(
          "data.dialogues",
          "data.utterances",
          "data.words",
          "data.skippedLines",
          "data.vocabularySize",
          "data.trainingTargets",
          "data.validationTargets",
          "data.testTargets",
          "data.outOfVocabularyRate",
          "data.paddedShare",
          "data.vocabularyHash");
  private static final List<String> GRADIENT =
      List.of(
          "verdict.name",
          "verdict.initially",
          "verdict.outcome.metric",
          "verdict.outcome.value",
          "verdict.outcome.baseline",
          "verdict.reason",
          "verdict.advice",
          "experimentVerdict.name",
          "experimentVerdict.reason",
          "experimentVerdict.advice",
          "configurationVerdict.name",
          "configurationVerdict.seeds",
          "gradient.contextLength",
          "gradient.horizon",
          "gradient.examples",
          "gradient.near",
          "gradient.far",
          "gradient.ratio",
          "gradient.largest",
          "gradient.growth",
          "gradient.recurrentGrowth",
          "gradient.finite",
          "gradient.initialSlope.ratio",
          "gradient.lowestRatio",
          "gradient.highestRatio",
          "gradient.halfLife",
          "gradient.halfLifeLow",
          "gradient.halfLifeHigh",
          "gradient.beyondContext",
          "gradient.factor",
          "gradient.rSquared",
          "gradient.law",
          "gradient.decay.powerExponent",
          "gradient.spectralRadius",
          "gradient.lyapunov",
          "gradient.gateHalfLife",
          "gradient.clippedShare");
  private static final List<String> PROVENANCE =
      List.of(
          "provenance.commit",
          "provenance.jvm",
          "provenance.os",
          "provenance.processor",
          "provenance.kernels",
          "provenance.threads",
          "provenance.dataHash",
          "provenance.started",
          "provenance.seconds");

  private ResultsCsv() {}

  /**
   * The whole table.
   *
   * @param configurations with their verdicts as the experiment judges them
   */
  static String text(List<TrialRecord> trials, List<Judged> configurations) {
    List<Row> rows = new ArrayList<>();
    trials.forEach(trial -> rows.add(Row.of(trial, Judged.of(trial, configurations))));
    List<String> columns = columns(trials);
    StringBuilder csv = new StringBuilder();
    appendLine(columns.stream().map(Cell::text).toList(), csv);
    for (Row row : rows) {
      appendLine(columns.stream().map(row::cell).toList(), csv);
    }
    return csv.toString();
  }

  private static List<String> columns(List<TrialRecord> trials) {
    Set<String> settings = new LinkedHashSet<>();
    Set<String> metrics = new TreeSet<>();
    Set<String> versions = new TreeSet<>();
    for (TrialRecord trial : trials) {
      prefixed(Row.CONFIGURATION, trial.configuration().settings(), settings);
      metrics.addAll(trial.metrics().keySet());
      prefixed(Row.VERSIONS, trial.provenance().versions(), versions);
    }
    List<String> columns = new ArrayList<>(HEAD);
    columns.addAll(settings);
    columns.addAll(OUTCOME);
    columns.addAll(metrics);
    columns.addAll(DATA);
    columns.addAll(GRADIENT);
    columns.addAll(versions);
    columns.addAll(PROVENANCE);
    return columns;
  }

  private static void prefixed(String prefix, Map<String, ?> map, Set<String> into) {
    map.keySet().forEach(key -> into.add(prefix + key));
  }

  private static void appendLine(List<Cell> cells, StringBuilder csv) {
    String separator = "";
    for (Cell cell : cells) {
      csv.append(separator).append(cell.csv());
      separator = ",";
    }
    csv.append('\n');
  }
}
