package dev.inputmethod.reports.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where every experiment's directory lies: {@code <output>/}.
 *
 * @param path the output directory
 */
public record OutputDirectory(Path path) {
  public Path page() {
    return path.resolve("index.html");
  }

  /** The directory of one experiment, which need not be there. */
  public ExperimentDirectory experiment(String name) {
    if (!PlainName.isPlain(name)) {
      throw new IllegalArgumentException("'" + name + "' is no plain file name");
    }
    return new ExperimentDirectory(path.resolve(name));
  }

  /** Directories that hold an experiment, by name; empty where there is no output yet. */
  public List<ExperimentDirectory> experiments() {
    List<ExperimentDirectory> experiments = new ArrayList<>();
    if (!Files.isDirectory(path)) {
      return experiments;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, Files::isDirectory)) {
      for (Path entry : entries) {
        ExperimentDirectory experiment = new ExperimentDirectory(entry);
        if (experiment.isExperiment()) {
          experiments.add(experiment);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path + ": " + e.getMessage(), e);
    }
    experiments.sort(Comparator.comparing(it -> it.path().getFileName().toString()));
    return experiments;
  }
}
