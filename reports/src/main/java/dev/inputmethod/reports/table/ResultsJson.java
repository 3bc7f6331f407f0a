package dev.inputmethod.reports.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.RecordJson;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * An experiment and its records in one JSON object, exactly as each stands in its own file, and the
 * verdict of each configuration, which only all of them together give.
 */
final class ResultsJson {
  private static final int SCHEMA = 1;

  private final RecordJson json = new RecordJson();

  private ResultsJson() {}

  static String text(
      ExperimentRecord experiment, List<TrialRecord> trials, List<Judged> configurations) {
    ResultsJson results = new ResultsJson();
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    root.set("experiment", results.json.tree(experiment));
    ArrayNode array = root.putArray("trials");
    trials.forEach(trial -> array.add(results.json.tree(trial)));
    ArrayNode judged = root.putArray("configurations");
    configurations.forEach(it -> results.write(it, judged.addObject()));
    return results.json.text(root);
  }

  private void write(Judged judged, ObjectNode into) {
    into.set("configuration", json.tree(judged.result().configuration()));
    ArrayNode trials = into.putArray("trials");
    Stream.concat(judged.result().completed().stream(), judged.result().failed().stream())
        .forEach(trial -> trials.add(trial.trial()));
    into.putNull("verdict");
    judged.verdict().ifPresent(verdict -> write(verdict, into.putObject("verdict")));
  }

  private void write(ConfigurationVerdict verdict, ObjectNode into) {
    into.put("name", verdict.kind().words())
        .put("votes", verdict.votes())
        .put("seeds", verdict.trials().size());
    ObjectNode counts = into.putObject("counts");
    verdict.counts().forEach((kind, count) -> counts.put(kind.words(), count));
    ObjectNode trials = into.putObject("trials");
    verdict.trials().forEach((trial, own) -> trials.set(trial, json.tree(own)));
  }
}
