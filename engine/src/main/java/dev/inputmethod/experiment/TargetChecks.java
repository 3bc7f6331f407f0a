package dev.inputmethod.experiment;

import dev.inputmethod.experiment.Draft.AxisValue;
import dev.inputmethod.experiment.Draft.DraftAxis;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports every combination of targets at every step with a bidirectional network. */
final class TargetChecks {
  private static final String TARGETS = "training.targets";
  private static final String DIRECTION = "model.direction";

  private final Draft draft;
  private final Problems problems;
  private final Set<Mark> found = new LinkedHashSet<>();

  TargetChecks(Draft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  void check() {
    check(draft.axesSetting(List.of(TARGETS, DIRECTION)), draft.fixed());
    for (Mark mark : found) {
      problems.add(
          mark,
          "targets every does not go with direction bidirectional: the backward half would have"
              + " read the words to predict; write targets: last or direction: forward");
    }
  }

  private void check(List<DraftAxis> axes, Map<String, Located<Object>> settings) {
    if (axes.isEmpty()) {
      Optional<Mark> every = mark(settings, TARGETS, "every");
      if (every.isPresent() && mark(settings, DIRECTION, "bidirectional").isPresent()) {
        found.add(every.get());
      }
      return;
    }
    for (AxisValue value : axes.get(0).values()) {
      Map<String, Located<Object>> over = new HashMap<>(settings);
      over.putAll(value.settings());
      check(axes.subList(1, axes.size()), over);
    }
  }

  private static Optional<Mark> mark(
      Map<String, Located<Object>> settings, String path, String value) {
    return Optional.ofNullable(settings.get(path))
        .filter(located -> located.value().equals(value))
        .map(Located::mark);
  }
}
