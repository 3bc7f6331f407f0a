package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A {@link TrialSetup} as JSON: the head of a trial record. */
final class TrialSetupJson {
  private TrialSetupJson() {}

  static ObjectNode write(TrialSetup setup, ObjectNode into) {
    into.put("schema", setup.schema());
    into.put("trial", setup.trial());
    into.put("experiment", setup.experiment());
    ConfigurationJson.write(setup.configuration(), into.putObject("configuration"));
    into.put("seed", setup.seed());
    VerdictJson.write(setup.thresholds(), into.putObject("verdict"));
    return into;
  }

  static TrialSetup read(Fields fields) {
    fields.requireSchema(TrialSetup.SCHEMA);
    return new TrialSetup(
        TrialSetup.SCHEMA,
        fields.text("trial"),
        fields.text("experiment"),
        ConfigurationJson.read(fields.object("configuration")),
        fields.wholeNumber("seed"),
        VerdictJson.readThresholds(fields));
  }
}
