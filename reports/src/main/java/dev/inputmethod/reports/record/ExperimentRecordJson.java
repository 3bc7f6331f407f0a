package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An {@link ExperimentRecord} as JSON. Every field is always there; what is absent is null. */
final class ExperimentRecordJson {
  private ExperimentRecordJson() {}

  static ObjectNode write(ExperimentRecord record, ObjectNode into) {
    into.put("schema", record.schema())
        .put("experiment", record.experiment())
        .put("question", record.question().orElse(null))
        .put("source", record.source())
        .put("sourceName", record.sourceName())
        .put("command", record.command());
    ObjectNode axes = into.putObject("axes");
    record.axes().forEach((path, values) -> write(values, axes.putArray(path)));
    write(record.sweptSettings(), into.putArray("sweptSettings"));
    write(record.targetAxes(), into.putArray("targetAxes"));
    write(record.trials(), into.putArray("trials"));
    into.put("repeatedConfigurations", record.repeatedConfigurations());
    VerdictJson.write(record.thresholds(), into.putObject("verdict"));
    return into;
  }

  private static void write(List<String> texts, ArrayNode into) {
    texts.forEach(into::add);
  }

  static ExperimentRecord read(Fields fields) {
    fields.requireSchema(ExperimentRecord.SCHEMA);
    List<String> trials = fields.texts("trials");
    Set<String> seen = new HashSet<>();
    for (String trial : trials) {
      // A name here becomes a path: it must not lead out of the experiment's directory.
      if (!PlainName.isPlain(trial)) {
        throw fields.damaged("'trials' holds '" + trial + "', which is not a plain file name");
      }
      if (!seen.add(trial)) {
        throw fields.damaged("'trials' holds '" + trial + "' twice");
      }
    }
    Map<String, List<String>> axes = fields.map("axes", Fields::texts);
    return new ExperimentRecord(
        ExperimentRecord.SCHEMA,
        fields.text("experiment"),
        fields.optionalText("question"),
        fields.text("source"),
        fields.text("sourceName"),
        fields.text("command"),
        axes,
        fields.optionalTexts("sweptSettings").orElse(List.copyOf(axes.keySet())),
        fields.texts("targetAxes"),
        trials,
        fields.integer("repeatedConfigurations"),
        VerdictJson.readThresholds(fields));
  }
}
