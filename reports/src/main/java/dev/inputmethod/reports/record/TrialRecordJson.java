package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Outcome.Completed;
import dev.inputmethod.reports.record.Outcome.Failed;
import java.util.Map;
import java.util.Optional;

/** A {@link TrialRecord} as JSON. Every field is always there; what is absent is null. */
final class TrialRecordJson {
  private TrialRecordJson() {}

  static ObjectNode write(TrialRecord record, ObjectNode into) {
    into.put("schema", record.schema());
    into.put("trial", record.trial());
    into.put("experiment", record.experiment());
    ConfigurationJson.write(record.configuration(), into.putObject("configuration"));
    into.put("seed", record.seed());
    if (record.outcome() instanceof Failed failed) {
      into.put("outcome", "failed").put("reason", failed.reason());
    } else {
      into.put("outcome", "completed").putNull("reason");
    }
    writeBest(record.best(), into);
    ObjectNode metrics = into.putObject("metrics");
    record.metrics().forEach(metrics::put);
    writeData(record.data(), into);
    into.putNull("gradient");
    record.gradient().ifPresent(it -> GradientJson.write(it, into.putObject("gradient")));
    into.putNull("verdict");
    record.verdict().ifPresent(it -> VerdictJson.write(it, into.putObject("verdict")));
    write(record.provenance(), into.putObject("provenance"));
    return into;
  }

  private static void writeBest(Optional<Best> best, ObjectNode into) {
    into.putNull("best");
    best.ifPresent(it -> into.putObject("best").put("epoch", it.epoch()).put("step", it.step()));
  }

  private static void writeData(Optional<DataSummary> data, ObjectNode into) {
    into.putNull("data");
    data.ifPresent(
        it ->
            into.putObject("data")
                .put("dialogues", it.dialogues())
                .put("utterances", it.utterances())
                .put("words", it.words())
                .put("skippedLines", it.skippedLines())
                .put("vocabularySize", it.vocabularySize())
                .put("trainingTargets", it.trainingTargets())
                .put("validationTargets", it.validationTargets())
                .put("testTargets", it.testTargets())
                .put("outOfVocabularyRate", it.outOfVocabularyRate())
                .put("paddedShare", it.paddedShare())
                .put("vocabularyHash", it.vocabularyHash().orElse(null)));
  }

  private static void write(Provenance provenance, ObjectNode into) {
    ObjectNode versions = into.putObject("versions");
    provenance.versions().forEach(versions::put);
    into.put("commit", provenance.commit())
        .put("jvm", provenance.jvm())
        .put("os", provenance.os())
        .put("processor", provenance.processor())
        .put("kernels", provenance.kernels())
        .put("threads", provenance.threads())
        .put("dataHash", provenance.dataHash())
        .put("started", provenance.started())
        .put("seconds", provenance.seconds());
  }

  static TrialRecord read(Fields fields) {
    fields.requireSchema(TrialRecord.SCHEMA);
    return new TrialRecord(
        TrialRecord.SCHEMA,
        fields.text("trial"),
        fields.text("experiment"),
        ConfigurationJson.read(fields.object("configuration")),
        fields.wholeNumber("seed"),
        readOutcome(fields),
        fields
            .optionalObject("best")
            .map(it -> new Best(it.integer("epoch"), it.wholeNumber("step"))),
        Map.copyOf(fields.map("metrics", Fields::number)),
        fields.optionalObject("data").map(TrialRecordJson::readData),
        fields.optionalObject("gradient").map(GradientJson::read),
        fields.optionalObject("verdict").map(VerdictJson::read),
        readProvenance(fields.object("provenance")));
  }

  private static Outcome readOutcome(Fields fields) {
    String outcome = fields.text("outcome");
    return switch (outcome) {
      case "completed" -> new Completed();
      case "failed" -> new Failed(fields.text("reason"));
      default ->
          throw fields.damaged("'outcome' should be completed or failed but is '" + outcome + "'");
    };
  }

  private static DataSummary readData(Fields fields) {
    return new DataSummary(
        fields.wholeNumber("dialogues"),
        fields.wholeNumber("utterances"),
        fields.wholeNumber("words"),
        fields.wholeNumber("skippedLines"),
        fields.integer("vocabularySize"),
        fields.wholeNumber("trainingTargets"),
        fields.wholeNumber("validationTargets"),
        fields.wholeNumber("testTargets"),
        fields.number("outOfVocabularyRate"),
        fields.number("paddedShare"),
        fields.optionalText("vocabularyHash"));
  }

  private static Provenance readProvenance(Fields fields) {
    return new Provenance(
        fields.map("versions", Fields::text),
        fields.text("commit"),
        fields.text("jvm"),
        fields.text("os"),
        fields.text("processor"),
        fields.text("kernels"),
        fields.integer("threads"),
        fields.text("dataHash"),
        fields.text("started"),
        fields.number("seconds"));
  }
}
