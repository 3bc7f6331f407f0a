package dev.inputmethod.reports.record;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of one trial lie: {@code <output>/<experiment>/<trial>/}.
 *
 * @param path the trial's directory
 */
public record TrialDirectory(Path path) {
  public String name() {
    return path.getFileName().toString();
  }

  public Path configuration() {
    return path.resolve("config.json");
  }

  public Path measurements() {
    return path.resolve("measurements.jsonl");
  }

  /** Rates and times: kept apart from the measurements because they differ from run to run. */
  public Path timings() {
    return path.resolve("timings.jsonl");
  }

  public Path vocabulary() {
    return path.resolve("vocabulary.txt");
  }

  /** The weights at the best validation cross-entropy, without optimiser state. */
  public Path bestModel() {
    return path.resolve("best").resolve("model.zip");
  }

  /** Written last, by atomic rename: present means finished. */
  public Path record() {
    return path.resolve("record.json");
  }

  public boolean isFinished() {
    return Files.isRegularFile(record());
  }
}
