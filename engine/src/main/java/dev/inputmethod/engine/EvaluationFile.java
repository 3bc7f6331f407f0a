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

/**
 * Stores what a trial came to on some dialogues: {@code <trial>/evaluations/<hash of the
 * dialogues>.json}.
 */
final class EvaluationFile {
  private static final int HASH_LENGTH = 12;

  private EvaluationFile() {}

  /** Writes the file, whole or not at all; the same dialogues again replace it. */
  static Path write(TrialDirectory trial, List<Path> dialogues, Map<String, Double> metrics) {
    String hash = DataHash.of(dialogues);
    ObjectNode tree = new ObjectMapper().createObjectNode();
    tree.put("schema", 1);
    tree.put("trial", trial.name());
    dialogues.forEach(file -> tree.withArray("dialogues").add(FilePatterns.shown(file)));
    tree.put("dataHash", hash);
    metrics.forEach(tree.putObject("metrics")::put);
    Path file =
        trial.path().resolve("evaluations").resolve(hash.substring(0, HASH_LENGTH) + ".json");
    AtomicFile.write(file, new RecordJson().text(tree));
    return file;
  }
}
