package dev.inputmethod.reports.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.RecordJson;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.List;

/** An experiment and its records in one JSON object, exactly as each stands in its own file. */
final class ResultsJson {
  private static final int SCHEMA = 1;

  private ResultsJson() {}

  static String text(ExperimentRecord experiment, List<TrialRecord> trials) {
    RecordJson json = new RecordJson();
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    root.set("experiment", json.tree(experiment));
    ArrayNode array = root.putArray("trials");
    trials.forEach(trial -> array.add(json.tree(trial)));
    return json.text(root);
  }
}
