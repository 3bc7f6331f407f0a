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
 * Spares drawing reports that would come out as they are: a SHA-256 over the program that drew
 * them, the records and measurements they were drawn from, and the reports themselves, kept beside
 * them with the sentence that answers the experiment's question. Times of files do not count.
 */
final class ReportStamp {
  private static final String NAME = "reports.sha256";

  private final ExperimentDirectory directory;
  private final Optional<Path> program;

  /**
   * @param program the file that holds the program that draws
   */
  ReportStamp(ExperimentDirectory directory, Optional<Path> program) {
    this.directory = directory;
    this.program = program;
  }

  /** Of this program; none is known to be the same where it is no jar, as in a build. */
  ReportStamp(ExperimentDirectory directory) {
    this(directory, thisProgram());
  }

  /** The answer in the reports that lie there; empty where they have to be drawn. */
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

  /** Says of the reports that lie there that they are drawn from what lies beside them. */
  void write(String answer) {
    digest().ifPresent(it -> AtomicFile.write(file(), it + "\n" + answer.strip() + "\n"));
  }

  private Path file() {
    return directory.path().resolve(NAME);
  }

  private Optional<String> digest() {
    if (program.isEmpty()) {
      return Optional.empty();
    }
    try (DigestOutputStream all =
        new DigestOutputStream(OutputStream.nullOutputStream(), DataHash.sha256())) {
      add("program", program.get(), all);
      for (Path each : files()) {
        add(directory.path().relativize(each).toString(), each, all);
      }
      return Optional.of(HexFormat.of().formatHex(all.getMessageDigest().digest()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what " + directory.path() + " holds", e);
    }
  }

  private static Optional<Path> thisProgram() {
    CodeSource source = HtmlReport.class.getProtectionDomain().getCodeSource();
    try {
      return Optional.ofNullable(source)
          .map(CodeSource::getLocation)
          .filter(location -> location.getProtocol().equals("file"))
          .map(location -> Path.of(URI.create(location.toString())))
          .filter(Files::isRegularFile);
    } catch (IllegalArgumentException unusual) {
      return Optional.empty();
    }
  }

  /** Whatever the reports are drawn from, and whatever they are; in an order of its own. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (TrialDirectory trial : directory.trials()) {
      files.add(trial.record());
      files.add(trial.measurements());
    }
    files.addAll(below(directory.path(), 1));
    files.addAll(below(directory.overSeeds(), 2));
    files.remove(file());
    files.removeIf(each -> !Files.isRegularFile(each));
    return files;
  }

  private static List<Path> below(Path folder, int depth) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(folder, depth)) {
      return entries.sorted().toList();
    }
  }

  private static void add(String name, Path file, OutputStream all) throws IOException {
    all.write((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(all);
    }
  }
}
