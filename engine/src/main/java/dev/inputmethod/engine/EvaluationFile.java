package dev.inputmethod.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.corpus.DataHash;
import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.reports.record.AtomicFile;
import dev.inputmethod.reports.record.RecordJson;
import dev.inputmethod.reports.record.TrialDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stores the metrics of a trial on some dialogues, in a file named after their hash. */
final class EvaluationFile {
  private EvaluationFile() {}

  /** Writes the file atomically; another evaluation on the same dialogues replaces it. */
  static Path write(TrialDirectory trial, List<Path> dialogues, Map<String, Double> metrics) {
    String hash = DataHash.of(dialogues);
    ObjectNode tree = new ObjectMapper().createObjectNode();
    tree.put("schema", 1);
    tree.put("trial", trial.name());
    dialogues.forEach(file -> tree.withArray("dialogues").add(FilePatterns.shown(file)));
    tree.put("dataHash", hash);
    metrics.forEach(tree.putObject("metrics")::put);
    Path file = trial.evaluation(hash);
    AtomicFile.write(file, new RecordJson().text(tree));
    return file;
  }
}
