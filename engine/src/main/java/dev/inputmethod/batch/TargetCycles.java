package dev.inputmethod.batch;

import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds cycles of targets, and reports each at its first target. */
final class TargetCycles {
  private final Map<String, Target> targets;
  private final Problems problems;
  private final Set<String> done = new HashSet<>();
  private final List<String> path = new ArrayList<>();

  private TargetCycles(Map<String, Target> targets, Problems problems) {
    this.targets = targets;
    this.problems = problems;
  }

  static void find(Map<String, Target> targets, Problems problems) {
    TargetCycles cycles = new TargetCycles(targets, problems);
    targets.values().forEach(cycles::visit);
  }

  private void visit(Target target) {
    String name = target.name().value();
    int first = path.indexOf(name);
    if (first >= 0) {
      report(path.subList(first, path.size()), target);
    } else if (!done.contains(name)) {
      path.add(name);
      for (Located<String> dependency : target.depends()) {
        if (targets.containsKey(dependency.value())) {
          visit(targets.get(dependency.value()));
        }
      }
      path.remove(path.size() - 1);
      done.add(name);
    }
  }

  private void report(List<String> cycle, Target first) {
    problems.add(
        first.name().mark(),
        String.format(
            Locale.ROOT,
            "targets depend on each other: %s -> %s; remove one of the depends",
            String.join(" -> ", cycle),
            cycle.get(0)));
  }
}
