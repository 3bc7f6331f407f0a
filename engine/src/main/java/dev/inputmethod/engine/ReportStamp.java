package dev.inputmethod.engine;

import dev.inputmethod.corpus.DataHash;
import dev.inputmethod.reports.html.HtmlReport;
import dev.inputmethod.reports.record.AtomicFile;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.TrialDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether an experiment's reports would be the same if they were drawn again.
 *
 * <p>A file next to the reports contains the SHA-256 of the program that drew them, of their input
 * and of the reports themselves, and the sentence that answers the experiment's question. Times of
 * files do not matter.
 */
final class ReportStamp {
  private final ExperimentDirectory directory;
  private final Optional<String> program;

  /**
   * @param program the files of the program; empty if they are unknown
   */
  ReportStamp(ExperimentDirectory directory, List<Path> program) {
    this.directory = directory;
    // Computed now, because a build may replace the files while the reports are drawn.
    this.program = digest(program);
  }

  /**
   * Returns the stamp for this program, whose files are unknown unless it is in jars: class files
   * change one by one.
   */
  static ReportStamp ofThisProgram(ExperimentDirectory directory) {
    return new ReportStamp(directory, jars(HtmlReport.class, ReportStamp.class));
  }

  /** Returns the answer in the existing reports; empty if they must be drawn. */
  Optional<String> answer() {
    try {
      List<String> lines =
          Files.isRegularFile(file())
              ? Files.readAllLines(file(), StandardCharsets.UTF_8)
              : List.of();
      return lines.size() == 2 && digest().equals(Optional.of(lines.get(0)))
          ? Optional.of(lines.get(1))
          : Optional.empty();
    } catch (IOException | UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Marks all existing reports as drawn from the files next to them. With failed trials or damaged
   * files there is no stamp, so that the next run draws the reports and names them again.
   */
  void write(ExperimentResult drawn) {
    try {
      Files.deleteIfExists(file());
      if (drawn.failed().isEmpty() && drawn.damaged().isEmpty()) {
        drawn.winner().ifPresent(this::write);
      }
    } catch (IOException | UncheckedIOException spared) {
      // Without a stamp the reports are drawn again by the next run.
    }
  }

  private void write(String answer) {
    digest().ifPresent(it -> AtomicFile.write(file(), it + "\n" + answer.strip() + "\n"));
  }

  private Path file() {
    return directory.reportStamp();
  }

  private Optional<String> digest() {
    return program.flatMap(
        it -> {
          try {
            List<Path> files = new ArrayList<>(inputs());
            files.addAll(reports());
            files.removeIf(each -> !Files.isRegularFile(each));
            return Optional.of(it + digest(directory.path(), files));
          } catch (IOException e) {
            throw new UncheckedIOException("cannot read the files in " + directory.path(), e);
          }
        });
  }

  private List<Path> inputs() {
    List<Path> files = new ArrayList<>();
    files.add(directory.experiment());
    for (TrialDirectory trial : directory.trials()) {
      files.add(trial.record());
      files.add(trial.measurements());
    }
    return files;
  }

  private List<Path> reports() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(directory.page());
    files.add(directory.resultsCsv());
    files.add(directory.resultsJson());
    files.addAll(events(directory.path(), 1));
    files.addAll(events(directory.overSeeds(), 2));
    return files;
  }

  private static List<Path> events(Path folder, int depth) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(folder, depth)) {
      return entries
          .filter(each -> each.getFileName().toString().startsWith("events.out.tfevents."))
          .sorted()
          .toList();
    }
  }

  private static List<Path> jars(Class<?>... classes) {
    List<Path> jars = new ArrayList<>();
    for (Class<?> each : classes) {
      CodeSource source = each.getProtectionDomain().getCodeSource();
      if (source == null || !"file".equals(source.getLocation().getProtocol())) {
        return List.of();
      }
      jars.add(Path.of(URI.create(source.getLocation().toString())));
    }
    return jars.stream().allMatch(Files::isRegularFile) ? jars : List.of();
  }

  private static Optional<String> digest(List<Path> program) {
    try {
      return program.isEmpty() ? Optional.empty() : Optional.of(digest(Path.of(""), program));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Returns the digest of the files' contents, sizes, and names within a folder. */
  private static String digest(Path folder, List<Path> files) throws IOException {
    try (DigestOutputStream all =
        new DigestOutputStream(OutputStream.nullOutputStream(), DataHash.sha256())) {
      for (Path file : files) {
        String name = file.startsWith(folder) ? folder.relativize(file).toString() : "";
        all.write((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(all);
        }
      }
      return HexFormat.of().formatHex(all.getMessageDigest().digest());
    }
  }
}
