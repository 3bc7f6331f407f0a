package dev.inputmethod.experiment;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import dev.inputmethod.yaml.SourceText;
import dev.inputmethod.yaml.YamlComposer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads experiment files and reports every mistake in all of them. */
public final class ExperimentReader {
  private final FilePatterns patterns;
  private final Overrides overrides;

  /**
   * Creates a reader.
   *
   * @param base the directory that relative paths, of experiment files and of dialogues, are
   *     resolved against
   * @param overrides settings that override those of every file
   */
  public ExperimentReader(Path base, Overrides overrides) {
    this.patterns = new FilePatterns(base);
    this.overrides = overrides;
  }

  /**
   * Reads the files that match. All of them are read before any mistake is reported.
   *
   * @param where the option that gives the patterns, for messages
   * @return one experiment per file, in order
   * @throws dev.inputmethod.problem.InvalidInputException with every problem of every file, and
   *     every pattern that matches nothing
   */
  public List<Experiment> read(List<String> include, List<String> exclude, String where) {
    Problems problems = new Problems();
    List<Path> files = patterns.find(include, exclude, Mark.option(where), problems);
    List<Node.Entry> overriding = overrides.entries(problems);
    List<Experiment> experiments = new ArrayList<>();
    Map<String, String> fileByName = new HashMap<>();
    for (Path file : files) {
      String sourceName = FilePatterns.shown(file);
      Optional<String> source = SourceText.read(patterns.resolve(file), sourceName, problems);
      Optional<Draft> draft = source.flatMap(text -> draft(text, sourceName, overriding, problems));
      if (draft.isEmpty()) {
        continue;
      }
      Located<String> name = draft.get().name().orElseGet(() -> fileName(file, sourceName));
      String remedy =
          draft.get().name().isPresent()
              ? ""
              : "; it is the file's name: give another under experiment:";
      checkName(name, remedy, sourceName, fileByName, problems);
      new DraftChecks(draft.get(), new Mark(sourceName, 1, 1), patterns, problems).check();
      if (!problems.any()) {
        experiments.add(experiment(draft.get(), name.value(), file, source.orElseThrow()));
      }
    }
    problems.throwIfAny();
    return List.copyOf(experiments);
  }

  private static Optional<Draft> draft(
      String text, String sourceName, List<Node.Entry> overriding, Problems problems) {
    Optional<Node> root =
        YamlComposer.compose(text, (line, column) -> new Mark(sourceName, line, column), problems);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = new Draft();
    SettingReader settings = new SettingReader(problems);
    SweepReader sweep = new SweepReader(settings, problems);
    DraftReader reader = new DraftReader(settings, sweep, problems);
    reader.read(root.get(), draft);
    new OverrideReader(reader, settings, sweep, problems).apply(overriding, draft);
    return Optional.of(draft);
  }

  private static Located<String> fileName(Path file, String sourceName) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return new Located<>(dot > 0 ? name.substring(0, dot) : name, new Mark(sourceName, 1, 1));
  }

  private static void checkName(
      Located<String> name,
      String remedy,
      String sourceName,
      Map<String, String> fileByName,
      Problems problems) {
    ExperimentName.complaint(name.value())
        .ifPresent(complaint -> problems.add(name.mark(), complaint + remedy));
    String first = fileByName.putIfAbsent(ExperimentName.folded(name.value()), sourceName);
    if (first != null) {
      problems.add(
          name.mark().line() == 0 ? new Mark(sourceName, 1, 1) : name.mark(),
          "experiment "
              + Texts.quoted(name.value())
              + " has the name of "
              + first
              + "; names must differ in more than upper and lower case");
    }
  }

  private static Experiment experiment(Draft draft, String name, Path file, String source) {
    List<Axis> axes = new ArrayList<>();
    for (Draft.DraftAxis axis : draft.axes()) {
      List<Axis.Value> values = new ArrayList<>();
      for (Draft.AxisValue value : axis.values()) {
        Map<String, Object> settings = value.canonical();
        values.add(new Axis.Value(Values.text(axis.path(), settings), settings));
      }
      axes.add(new Axis(axis.path(), values));
    }
    Map<String, Object> fixed = draft.canonical();
    return new Experiment(
        name,
        draft.question(),
        SettingValues.config(fixed),
        SearchSpace.of(fixed, axes),
        draft.seeds(),
        draft.workers(),
        VerdictReader.thresholds(draft),
        FilePatterns.shown(file),
        source);
  }
}
