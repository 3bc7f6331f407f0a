package dev.inputmethod.reports.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The directory for results, {@code <output>/}: one subdirectory for each experiment, and files
 * that the experiments share.
 *
 * @param path the output directory
 */
public record OutputDirectory(Path path) {
  /** Appended to the name of a worker's log for the JVM's report of a crash. */
  public static final String CRASH_SUFFIX = ".crash";

  private static final Pattern SHARED_FILE =
      Pattern.compile("index\\.html|\\.lock|worker-\\d+\\.log(\\.crash)?");

  /** The page that lists all experiments. */
  public Path page() {
    return path.resolve("index.html");
  }

  /** The file that is locked while a run uses the directory. */
  public Path lock() {
    return path.resolve(".lock");
  }

  /** The cache of encoded corpora. No experiment can have its name, as names start with no dot. */
  public Path corpora() {
    return path.resolve(".corpora");
  }

  /** The log of a worker, counted from 1. */
  public Path workerLog(int worker) {
    return path.resolve("worker-" + worker + ".log");
  }

  /** Whether a file in an output directory, of this name, is shared by the experiments. */
  public static boolean isSharedFile(String name) {
    return SHARED_FILE.matcher(name).matches();
  }

  /** Returns the directory of an experiment, which need not exist. */
  public ExperimentDirectory experiment(String name) {
    if (!PlainName.isPlain(name)) {
      throw new IllegalArgumentException("'" + name + "' is not a plain file name");
    }
    return new ExperimentDirectory(path.resolve(name));
  }

  /** Returns the existing directories of experiments, by name; none if there is no output yet. */
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
