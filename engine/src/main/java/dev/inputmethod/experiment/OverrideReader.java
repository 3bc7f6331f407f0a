package dev.inputmethod.experiment;

import dev.inputmethod.experiment.Draft.DraftAxis;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Applies overrides to a draft. A fixed value removes its setting from the sweep: {@code epochs=1}
 * means one epoch everywhere. {@code sweep.x=[…]} replaces an axis in its position or adds a new
 * last one, and {@code sweep={…}} replaces all axes.
 */
final class OverrideReader {
  private static final String AXIS = "sweep.";

  private final DraftReader reader;
  private final SettingReader settings;
  private final SweepReader sweep;
  private final Problems problems;
  private final Set<String> given = new HashSet<>();

  OverrideReader(DraftReader reader, SettingReader settings, SweepReader sweep, Problems problems) {
    this.reader = reader;
    this.settings = settings;
    this.sweep = sweep;
    this.problems = problems;
  }

  void apply(List<Node.Entry> overrides, Draft draft) {
    overrides.forEach(override -> apply(override, draft));
  }

  private void apply(Node.Entry override, Draft draft) {
    Node.Scalar key = override.key();
    String name = key.text();
    if (SettingReader.isKey(name)) {
      if (name.equals("sweep")) {
        draft.removeAxes();
      }
      note(name, key);
      reader.readKey(override, draft);
    } else if (name.startsWith(VerdictReader.PREFIX)) {
      note(name, key);
      reader.readThreshold(name.substring(VerdictReader.PREFIX.length()), override, draft);
    } else if (name.startsWith(AXIS)) {
      Optional<String> path = settings.resolveAxis(key, name.substring(AXIS.length()));
      if (path.isPresent()) {
        note(path.get(), key);
        sweep.readAxis(path.get(), key.mark(), override.value(), draft);
      }
    } else {
      settings.resolve(key, name).ifPresent(path -> fix(path, override, draft));
    }
  }

  private void fix(String path, Node.Entry override, Draft draft) {
    Set<String> fixed = reader.fix(path, override.value(), draft);
    fixed.forEach(setting -> note(setting, override.key()));
    for (DraftAxis axis : draft.axesSetting(fixed)) {
      if (axis.path().equals(path) || axis.path().startsWith(path + ".")) {
        draft.removeAxis(axis.path());
      } else {
        problems.add(
            override.key().mark(),
            String.format(
                Locale.ROOT,
                "'%s' is set by the axis '%s' of the file; override sweep.%s instead",
                path,
                axis.path(),
                axis.path()));
      }
    }
  }

  private void note(String path, Node.Scalar key) {
    if (!given.add(path)) {
      problems.add(key.mark(), "'" + path + "' is set twice; keep one");
    }
  }
}
