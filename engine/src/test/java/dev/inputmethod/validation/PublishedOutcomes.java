package dev.inputmethod.validation;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what the experiments of the validation profile came to beside what is published, as a
 * Markdown table: {@code outcomes.md} in their output directory, the only argument.
 */
final class PublishedOutcomes {
  private static final String HEAD =
      """
      | experiment | configuration | published | reached, mean ± deviation | from … to | seeds as published | verdicts |
      |---|---|---|---|---|---|---|
      """;

  private PublishedOutcomes() {}

  @SuppressWarnings("SystemOut") // A program, and this is what it is for.
  public static void main(String[] arguments) throws IOException {
    OutputDirectory output = new OutputDirectory(Path.of(arguments[0]));
    StringBuilder table = new StringBuilder(HEAD);
    for (ExperimentDirectory experiment : output.experiments()) {
      table.append(rows(Comparison.of(experiment)));
    }
    Path file = output.path().resolve("outcomes.md");
    Files.writeString(file, table.toString(), StandardCharsets.UTF_8);
    System.out.print(table);
    System.out.println("written to " + file);
  }

  /** A row each configuration that something is published about, in their order. */
  static String rows(Comparison comparison) {
    StringBuilder rows = new StringBuilder();
    for (ConfigurationResult result : comparison.configurations()) {
      Claim.about(result.configuration())
          .ifPresent(claim -> rows.append(row(comparison, result, claim)));
    }
    return rows.toString();
  }

  private static String row(Comparison comparison, ConfigurationResult result, Claim claim) {
    List<Double> values = new ArrayList<>();
    long asPublished = 0;
    for (TrialRecord trial : result.completed()) {
      claim.figure(trial).ifPresent(values::add);
      asPublished += claim.holds().test(trial) ? 1 : 0;
    }
    return "| %s | %s | %s | %s | %s | %d of %d | %s |\n"
        .formatted(
            comparison.experiment().experiment(),
            configuration(comparison, result),
            claim.words(),
            Statistic.of(values).map(PublishedOutcomes::shown).orElse(""),
            range(values),
            asPublished,
            result.completed().size() + result.failed().size(),
            verdicts(result));
  }

  private static String configuration(Comparison comparison, ConfigurationResult result) {
    List<String> settings = new ArrayList<>();
    for (String path : comparison.differingSettings()) {
      String name = path.substring(path.lastIndexOf('.') + 1);
      result
          .configuration()
          .text(path)
          .ifPresent(value -> settings.add(name.equals("cell") ? value : name + " " + value));
    }
    return String.join(", ", settings);
  }

  private static String shown(Statistic statistic) {
    return number(statistic.mean())
        + statistic.deviation().map(deviation -> " ± " + number(deviation)).orElse("");
  }

  private static String range(List<Double> values) {
    return values.isEmpty()
        ? ""
        : number(values.stream().min(Double::compare).orElseThrow())
            + " … "
            + number(values.stream().max(Double::compare).orElseThrow());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String verdicts(ConfigurationResult result) {
    Map<String, Integer> counts = new TreeMap<>();
    for (TrialRecord trial : result.completed()) {
      trial.verdict().ifPresent(verdict -> counts.merge(verdict.kind().words(), 1, Integer::sum));
    }
    if (!result.failed().isEmpty()) {
      counts.put("failed", result.failed().size());
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((verdict, count) -> parts.add(count + " " + verdict));
    return String.join(", ", parts);
  }
}
