package dev.inputmethod.reports.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.record.RecordJson;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The cells of one trial by column, which is the dotted path of a value in {@code record.json}. */
final class Row {
  static final String CONFIGURATION = "configuration.";
  static final String VERSIONS = "provenance.versions.";

  /** A metric's name is dotted and whole already: its column has no prefix. */
  private static final String METRICS = "metrics";

  private final Map<String, Cell> cells = new LinkedHashMap<>();

  private Row() {}

  /**
   * Of one trial.
   *
   * @param verdict of its configuration in its experiment; empty where nothing was probed
   */
  static Row of(TrialRecord trial, Optional<ConfigurationVerdict> verdict) {
    Row row = new Row();
    row.add("", new RecordJson().tree(trial));
    verdict.ifPresent(it -> row.add(trial.trial(), it));
    return row;
  }

  /** Empty where the trial has no such value. */
  Cell cell(String column) {
    return Objects.requireNonNullElse(cells.get(column), Cell.EMPTY);
  }

  private void add(String trial, ConfigurationVerdict verdict) {
    Verdict own = verdict.trials().get(trial);
    if (own != null) {
      cells.put("experimentVerdict.name", Cell.text(own.kind().words()));
      cells.put("experimentVerdict.reason", Cell.text(own.reason()));
      cells.put("experimentVerdict.advice", Cell.text(own.advice()));
    }
    cells.put("configurationVerdict.name", Cell.text(verdict.kind().words()));
    cells.put("configurationVerdict.seeds", Cell.text(verdict.seeds()));
  }

  private void add(String prefix, ObjectNode node) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String path = prefix + property.getKey();
      if (property.getValue() instanceof ObjectNode group) {
        add(path.equals(METRICS) ? "" : path + ".", group);
      } else {
        cells.put(path, Cell.of(property.getValue()));
      }
    }
  }
}
