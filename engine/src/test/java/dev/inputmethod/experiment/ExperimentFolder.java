package dev.inputmethod.experiment;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A base directory with dialogues and experiment files, for tests. */
final class ExperimentFolder {
  static final String DIALOGUES = "data: {dialogues: d.jsonl}\n";

  private final Path base;
  private final List<Path> files = new ArrayList<>();
  private String overrides = "";

  ExperimentFolder(Path base) {
    this.base = base;
    write("d.jsonl", "{}\n".getBytes(StandardCharsets.UTF_8));
  }

  ExperimentFolder with(String name, String yaml) {
    return with(name, yaml.getBytes(StandardCharsets.UTF_8));
  }

  ExperimentFolder with(String name, byte[] bytes) {
    write(name, bytes);
    files.add(Path.of(name));
    return this;
  }

  ExperimentFolder overriding(String text) {
    overrides = text;
    return this;
  }

  List<Experiment> read() {
    return new ExperimentReader(base, Overrides.parse(overrides))
        .read(
            files.stream().map(FilePatterns::shown).toList(), List.of(), "inputmethod.experiments");
  }

  /** Every problem, as a user sees it. */
  List<String> problems() {
    return problems(this::read);
  }

  /** The same, of the files that match. */
  List<String> problems(String... patterns) {
    return problems(
        () ->
            new ExperimentReader(base, Overrides.parse(overrides))
                .read(List.of(patterns), List.of(), "inputmethod.experiments"));
  }

  private static List<String> problems(Runnable reading) {
    try {
      reading.run();
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Path file = base.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
