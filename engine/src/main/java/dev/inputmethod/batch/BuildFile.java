package dev.inputmethod.batch;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tools.ant.Project;

/**
 * The targets of a build, and the directories that they work in.
 *
 * @param base the directory that relative paths are resolved against
 * @param output the directory for results
 * @param defaultTarget the target to run when none is named
 * @param targets the targets by name, in the file's order
 */
record BuildFile(
    Path base, Path output, Optional<Located<String>> defaultTarget, Map<String, Target> targets) {
  /** The default directory for results, relative to the base. */
  static final String OUTPUT = "target/inputmethod";

  BuildFile {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /** The build without a build file, in which each task is a target. */
  static BuildFile standard(Path base, Path output) {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (TaskKind kind : TaskKind.values()) {
      targets.put(
          kind.word(),
          new Target(
              new Located<>(kind.word(), Mark.option("inputmethod")),
              Optional.of(kind.description()),
              List.of(),
              Optional.of(new Target.Task(kind, Map.of()))));
    }
    return new BuildFile(base, output, Optional.empty(), targets);
  }

  /**
   * Returns the targets to run: those named and their dependencies, each once and after the targets
   * that it depends on.
   *
   * @param names the names of targets; empty for the default target
   * @throws dev.inputmethod.problem.InvalidInputException naming every unknown target
   */
  List<Target> plan(List<String> names) {
    Problems problems = new Problems();
    Mark mark = Mark.option("targets");
    List<String> valid = List.copyOf(targets.keySet());
    List<String> roots =
        names.isEmpty() ? defaultTarget.stream().map(Located::value).toList() : names;
    if (roots.isEmpty()) {
      problems.add(
          mark,
          "no target is named and the build file has no default; choose from "
              + String.join(", ", valid));
    }
    for (String root : roots) {
      if (!targets.containsKey(root)) {
        problems.add(
            mark, "target " + Texts.quoted(root) + " is unknown" + Texts.guess(root, valid));
      }
    }
    problems.throwIfAny();
    return sorted(roots);
  }

  /** Reports every dependency on an unknown target, and every cycle of dependencies. */
  static void check(
      Map<String, Target> targets, Optional<Located<String>> defaultTarget, Problems problems) {
    List<String> valid = List.copyOf(targets.keySet());
    for (Target target : targets.values()) {
      target.depends().forEach(dependency -> check(dependency, valid, problems));
    }
    defaultTarget.ifPresent(target -> check(target, valid, problems));
    TargetCycles.find(targets, problems);
  }

  private static void check(Located<String> name, List<String> valid, Problems problems) {
    if (!valid.contains(name.value())) {
      problems.add(
          name.mark(),
          "target "
              + Texts.quoted(name.value())
              + " is unknown"
              + Texts.guess(name.value(), valid));
    }
  }

  /** Sorts with Ant, whose order users of Ant expect. */
  private List<Target> sorted(List<String> roots) {
    Project order = new Project();
    for (Target target : targets.values()) {
      org.apache.tools.ant.Target antTarget = new org.apache.tools.ant.Target();
      antTarget.setName(target.name().value());
      target.depends().forEach(dependency -> antTarget.addDependency(dependency.value()));
      order.addTarget(antTarget);
    }
    return order.topoSort(roots.toArray(String[]::new), order.getTargets(), false).stream()
        .map(antTarget -> targets.get(antTarget.getName()))
        .toList();
  }
}
