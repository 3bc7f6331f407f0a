package dev.inputmethod.batch;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import dev.inputmethod.yaml.SourceText;
import dev.inputmethod.yaml.YamlComposer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a build file and reports every mistake in it. */
final class BuildFileReader {
  private static final List<String> KEYS = List.of("properties", "default", "targets");

  private final String name;
  private final Path base;
  private final Problems problems = new Problems();
  private final PropertyTable properties;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private Optional<Located<String>> defaultTarget = Optional.empty();

  /**
   * @param name the file's name for messages
   * @param base the directory of the file
   * @param given properties from the command line
   */
  private BuildFileReader(String name, Path base, Map<String, String> given) {
    this.name = name;
    this.base = base;
    this.properties = new PropertyTable(given, problems);
  }

  /**
   * Reads a build file.
   *
   * @param given properties from the command line, by name
   * @throws dev.inputmethod.problem.InvalidInputException with every problem found
   */
  static BuildFile read(Path file, Map<String, String> given) {
    Path base = Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElse(file);
    return new BuildFileReader(file.toString(), base, given).read(file);
  }

  private BuildFile read(Path file) {
    Optional<String> text = SourceText.read(file, name, problems);
    Optional<Node> root =
        text.flatMap(
            source ->
                YamlComposer.compose(
                    source, (line, column) -> new Mark(name, line, column), problems));
    Mark start = new Mark(name, 1, 1);
    properties.define("basedir", new Located<>(base.toString().replace("$", "$$"), start));
    root.ifPresent(this::readRoot);
    properties.define("output", new Located<>(BuildFile.OUTPUT, start));
    root.ifPresent(this::readTargets);
    BuildFile.check(targets, defaultTarget, problems);
    if (root.isPresent() && targets.isEmpty()) {
      problems.add(start, "there are no targets; give at least one under 'targets'");
    }
    problems.throwIfAny();
    Path output = base.resolve(properties.expand(new Located<>("${output}", start))).normalize();
    return new BuildFile(base, output, defaultTarget, targets);
  }

  private void readRoot(Node root) {
    for (Node.Entry entry : entries(root, "the build file")) {
      switch (entry.key().text()) {
        case "properties" -> readProperties(entry.value());
        case "default" -> defaultTarget = text(entry.value(), "the default");
        case "targets" -> {
          // Read after the properties, whichever come first.
        }
        default -> unknown("key", entry.key(), KEYS);
      }
    }
  }

  private void readProperties(Node node) {
    for (Node.Entry entry : entries(node, "properties")) {
      text(entry.value(), "a property").ifPresent(v -> properties.define(entry.key().text(), v));
    }
  }

  private void readTargets(Node root) {
    for (Node.Entry entry : entries(root, "the build file")) {
      if (entry.key().text().equals("targets")) {
        for (Node.Entry target : entries(entry.value(), "targets")) {
          targets.put(target.key().text(), target(target));
        }
      }
    }
  }

  private Target target(Node.Entry entry) {
    Optional<String> description = Optional.empty();
    List<Located<String>> depends = List.of();
    List<Target.Task> tasks = new ArrayList<>();
    for (Node.Entry part : entries(entry.value(), "a target")) {
      String key = part.key().text();
      Optional<TaskKind> kind = TaskKind.of(key);
      if (key.equals("description")) {
        description = text(part.value(), "a description").map(properties::expand);
      } else if (key.equals("depends")) {
        depends = texts(part.value(), "depends");
      } else if (kind.isEmpty()) {
        List<String> valid = new ArrayList<>(List.of("description", "depends"));
        valid.addAll(TaskKind.words());
        unknown("key", part.key(), valid);
      } else if (tasks.isEmpty()) {
        tasks.add(task(kind.get(), part.value()));
      } else {
        problems.add(part.key().mark(), "a target has one task; make another target for this one");
      }
    }
    Located<String> at = new Located<>(entry.key().text(), entry.key().mark());
    return new Target(at, description, depends, tasks.stream().findFirst());
  }

  private Target.Task task(TaskKind kind, Node node) {
    Map<String, List<Located<String>>> settings = new LinkedHashMap<>();
    for (Node.Entry entry : node.isNull() ? List.<Node.Entry>of() : entries(node, kind.word())) {
      String setting = entry.key().text();
      if (kind.settings().contains(setting)) {
        settings.put(setting, expanded(texts(entry.value(), setting)));
      } else if (kind.settings().isEmpty()) {
        problems.add(entry.key().mark(), "'" + kind.word() + "' takes no settings");
      } else {
        unknown("setting", entry.key(), kind.settings());
      }
    }
    return new Target.Task(kind, settings);
  }

  private List<Located<String>> expanded(List<Located<String>> texts) {
    return texts.stream().map(text -> new Located<>(properties.expand(text), text.mark())).toList();
  }

  private List<Node.Entry> entries(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries();
    }
    problems.add(node.mark(), what + " is a map, not " + node.described());
    return List.of();
  }

  private List<Located<String>> texts(Node node, String what) {
    if (!(node instanceof Node.Sequence sequence)) {
      return text(node, what).stream().toList();
    }
    List<Located<String>> texts = new ArrayList<>();
    sequence.items().forEach(item -> text(item, "an item of " + what).ifPresent(texts::add));
    return texts;
  }

  private Optional<Located<String>> text(Node node, String what) {
    if (node instanceof Node.Scalar scalar && !node.isNull()) {
      return Optional.of(new Located<>(scalar.text(), node.mark()));
    }
    problems.add(node.mark(), what + " is a text, not " + node.described());
    return Optional.empty();
  }

  private void unknown(String what, Node.Scalar found, List<String> valid) {
    problems.add(
        found.mark(),
        what + " " + Texts.quoted(found.text()) + " is unknown" + Texts.guess(found.text(), valid));
  }
}
