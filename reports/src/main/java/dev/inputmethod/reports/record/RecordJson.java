package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** Records as JSON, as {@code docs/results-format.md} describes them. */
public final class RecordJson {
  private static final int LARGEST_RECORD = 8 << 20;
  private static final int LARGEST_EXPERIMENT = 64 << 20;
  private static final String REMEDY_TRIAL = "delete the trial's directory to run it again";
  private static final String REMEDY_EXPERIMENT = "run the experiment to write it again";

  private final Json json = new Json();

  /** The record as a tree, for a file that holds several. */
  public ObjectNode tree(TrialRecord record) {
    return TrialRecordJson.write(record, json.object());
  }

  /** The record as a tree, for a file that holds several. */
  public ObjectNode tree(ExperimentRecord record) {
    return ExperimentRecordJson.write(record, json.object());
  }

  /** The settings as a tree, nested as in the experiment file. */
  public ObjectNode tree(Configuration configuration) {
    ObjectNode tree = json.object();
    ConfigurationJson.write(configuration, tree);
    return tree;
  }

  /** The verdict as a tree, as it stands in a record. */
  public ObjectNode tree(Verdict verdict) {
    return VerdictJson.write(verdict, json.object());
  }

  /** Indented, the same on every platform, JDK and locale, with {@code \n} at the end. */
  public String text(JsonNode tree) {
    return json.prettyText(tree);
  }

  void write(TrialRecord record, Path file) {
    AtomicFile.write(file, text(tree(record)));
  }

  void write(ExperimentRecord record, Path file) {
    AtomicFile.write(file, text(tree(record)));
  }

  void write(TrialSetup setup, Path file) {
    AtomicFile.write(file, text(TrialSetupJson.write(setup, json.object())));
  }

  TrialRecord readTrial(Path file) {
    return TrialRecordJson.read(json.read(file, LARGEST_RECORD, REMEDY_TRIAL));
  }

  ExperimentRecord readExperiment(Path file) {
    return ExperimentRecordJson.read(json.read(file, LARGEST_EXPERIMENT, REMEDY_EXPERIMENT));
  }

  TrialSetup readSetup(Path file) {
    return TrialSetupJson.read(json.read(file, LARGEST_RECORD, REMEDY_TRIAL));
  }
}
