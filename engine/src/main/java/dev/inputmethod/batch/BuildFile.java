package dev.inputmethod.batch;

import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import dev.inputmethod.yaml.Texts;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tools.ant.Project;

/**
 * Targets, and what they work on.
 *
 * @param base what relative paths are resolved against
 * @param output where results go
 * @param defaultTarget what to do when no target is named
 * @param targets by name, in order
 */
record BuildFile(
    Path base, Path output, Optional<Located> defaultTarget, Map<String, Target> targets) {
  /** Where results go when nothing else is said, relative to the base. */
  static final String OUTPUT = "target/inputmethod";

  BuildFile {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /** What there is without a build file: each task is a target of its own. */
  static BuildFile standard(Path base, Path output) {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (TaskKind kind : TaskKind.values()) {
      targets.put(
          kind.word(),
          new Target(
              new Located(Mark.option("inputmethod"), kind.word()),
              Optional.of(kind.description()),
              List.of(),
              Optional.of(new Target.Task(kind, Map.of()))));
    }
    return new BuildFile(base, output, Optional.empty(), targets);
  }

  /**
   * The targets to do for those named: what a target depends on comes before it, and each comes
   * once.
   *
   * @param names of targets; the default target if there are none
   * @throws dev.inputmethod.problem.InvalidInputException naming every target there is not
   */
  List<Target> plan(List<String> names) {
    Problems problems = new Problems();
    Mark mark = Mark.option("targets");
    List<String> valid = List.copyOf(targets.keySet());
    List<String> roots =
        names.isEmpty() ? defaultTarget.stream().map(Located::text).toList() : names;
    if (roots.isEmpty()) {
      problems.add(
          mark,
          "no target is named and there is no default; there are " + String.join(", ", valid));
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

  /** Names every unknown target that a target depends on, and every cycle that they form. */
  static void check(
      Map<String, Target> targets, Optional<Located> defaultTarget, Problems problems) {
    List<String> valid = List.copyOf(targets.keySet());
    for (Target target : targets.values()) {
      target.depends().forEach(dependency -> check(dependency, valid, problems));
    }
    defaultTarget.ifPresent(target -> check(target, valid, problems));
    TargetCycles.find(targets, problems);
  }

  private static void check(Located name, List<String> valid, Problems problems) {
    if (!valid.contains(name.text())) {
      problems.add(
          name.mark(),
          "target " + Texts.quoted(name.text()) + " is unknown" + Texts.guess(name.text(), valid));
    }
  }

  /** Ant's own order of targets. */
  private List<Target> sorted(List<String> roots) {
    Project order = new Project();
    for (Target target : targets.values()) {
      org.apache.tools.ant.Target antTarget = new org.apache.tools.ant.Target();
      antTarget.setName(target.name().text());
      target.depends().forEach(dependency -> antTarget.addDependency(dependency.text()));
      order.addTarget(antTarget);
    }
    return order.topoSort(roots.toArray(String[]::new), order.getTargets(), false).stream()
        .map(antTarget -> targets.get(antTarget.getName()))
        .toList();
  }
}
