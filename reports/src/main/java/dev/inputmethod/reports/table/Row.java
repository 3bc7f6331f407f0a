package dev.inputmethod.reports.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.RecordJson;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The cells of one trial by column: where a value stands in {@code record.json}, dotted. */
final class Row {
  static final String CONFIGURATION = "configuration.";
  static final String VERSIONS = "provenance.versions.";

  /** A metric's name is dotted and whole already: its column has no prefix. */
  private static final String METRICS = "metrics";

  private final Map<String, Cell> cells = new LinkedHashMap<>();

  private Row() {}

  static Row of(TrialRecord trial) {
    Row row = new Row();
    row.add("", new RecordJson().tree(trial));
    return row;
  }

  /** Empty where the trial has no such value. */
  Cell cell(String column) {
    return Objects.requireNonNullElse(cells.get(column), Cell.EMPTY);
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
