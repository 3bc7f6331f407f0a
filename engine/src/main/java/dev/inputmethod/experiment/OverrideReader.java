package dev.inputmethod.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts overrides over what a file says. A fixed value takes its setting out of the sweep: who sets
 * {@code epochs=1} wants one epoch everywhere. {@code sweep.x=[…]} replaces the axis where it
 * stands or adds it as the last, {@code sweep={…}} replaces them all.
 */
final class OverrideReader {
  private static final String AXIS = "sweep.";

  private final DraftReader reader;
  private final Problems problems;
  private final Set<String> given = new HashSet<>();

  OverrideReader(DraftReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  void apply(List<Node.Entry> overrides, Draft draft) {
    overrides.forEach(override -> apply(override, draft));
  }

  private void apply(Node.Entry override, Draft draft) {
    Node.Scalar key = override.key();
    String name = key.text();
    if (DraftReader.isKey(name)) {
      if (name.equals("sweep")) {
        draft.axes.clear();
      }
      note(name, key);
      reader.readKey(override, draft);
    } else if (name.startsWith(AXIS)) {
      Optional<String> path = reader.resolve(key, name.substring(AXIS.length()));
      if (path.isPresent()) {
        note(path.get(), key);
        reader.readAxis(path.get(), key.mark(), override.value(), draft);
      }
    } else {
      reader.resolve(key, name).ifPresent(path -> fix(path, override, draft));
    }
  }

  private void fix(String path, Node.Entry override, Draft draft) {
    for (String setting : reader.fix(path, override.value(), draft)) {
      note(setting, override.key());
      draft.axes.remove(setting);
      draft.axesSetting(List.of(setting)).stream()
          .filter(axis -> !axis.path().equals(path))
          .forEach(
              axis ->
                  problems.add(
                      override.key().mark(),
                      "'"
                          + setting
                          + "' is set by the axis '"
                          + axis.path()
                          + "' of the file; override sweep."
                          + axis.path()
                          + " instead"));
    }
    draft.axes.remove(path);
    draft.axes.keySet().removeIf(axis -> axis.startsWith(path + "."));
  }

  private void note(String path, Node.Scalar key) {
    if (!given.add(path)) {
      problems.add(key.mark(), "'" + path + "' is set twice; keep one");
    }
  }
}
