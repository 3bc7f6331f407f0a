package dev.inputmethod.experiment;

import dev.inputmethod.experiment.Draft.AxisValue;
import dev.inputmethod.experiment.Draft.DraftAxis;
import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the axes of a sweep. */
final class SweepReader {
  private static final SettingTable TABLE = SettingTable.STANDARD;

  private final SettingReader settings;
  private final Problems problems;

  SweepReader(SettingReader settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  void read(Node value, Draft draft) {
    if (value.isNull()) {
      return;
    }
    if (!(value instanceof Node.Mapping mapping)) {
      problems.add(
          value.mark(),
          "sweep is "
              + value.described()
              + "; it takes a map of settings with lists of values, such as {cell: [rnn, lstm]}");
      return;
    }
    for (Node.Entry entry : mapping.entries()) {
      Optional<String> path = settings.resolveAxis(entry.key(), entry.key().text());
      if (path.isEmpty()) {
        continue;
      }
      Optional<DraftAxis> same = draft.axis(path.get());
      if (same.isPresent()) {
        problems.add(
            entry.key().mark(),
            Texts.quoted(entry.key().text())
                + " is an axis already ("
                + path.get()
                + ", "
                + same.get().mark().shortly()
                + ")");
      } else {
        readAxis(path.get(), entry.key().mark(), entry.value(), draft);
      }
    }
  }

  /** Adds an axis, or replaces the one with the same path in its position. */
  void readAxis(String path, Mark mark, Node value, Draft draft) {
    List<AxisValue> values = new ArrayList<>();
    if (!(value instanceof Node.Sequence sequence)) {
      problems.add(
          value.mark(),
          "axis " + path + " is " + value.described() + "; it takes a list of values in [ ]");
    } else {
      if (sequence.items().isEmpty()) {
        problems.add(
            value.mark(), "axis " + path + " has no value; give at least one, or remove it");
      }
      for (Node item : sequence.items()) {
        axisValue(path, item, draft).ifPresent(values::add);
      }
    }
    noteRepeated(path, values);
    draft.putAxis(new DraftAxis(path, mark, values));
    if (!path.equals(SettingTable.ALL)) {
      draft.mention(TABLE.under(path).stream().map(Setting::path).toList());
    }
  }

  private Optional<AxisValue> axisValue(String path, Node item, Draft draft) {
    boolean all = path.equals(SettingTable.ALL);
    Map<String, Optional<Located<Object>>> assigned =
        all ? settings.assignedByName(item) : settings.assigned(path, item);
    draft.mention(assigned.keySet());
    if ((all || TABLE.isGroup(path))
        && (item.isNull() || (item instanceof Node.Mapping map && map.entries().isEmpty()))) {
      problems.add(item.mark(), "a value of axis " + path + " sets nothing; name a setting in it");
    }
    Map<String, Located<Object>> valid = new LinkedHashMap<>();
    assigned.forEach((setting, located) -> located.ifPresent(found -> valid.put(setting, found)));
    boolean whole = !valid.isEmpty() && valid.size() == assigned.size();
    return whole ? Optional.of(new AxisValue(valid, item.mark())) : Optional.empty();
  }

  private void noteRepeated(String path, List<AxisValue> values) {
    Set<Map<String, Object>> seen = new HashSet<>();
    for (AxisValue value : values) {
      if (!seen.add(value.canonical())) {
        problems.add(value.mark(), repeated(path, value));
      }
    }
  }

  static String repeated(String path, AxisValue value) {
    return "axis " + path + " has the value " + Values.text(path, value.canonical()) + " twice";
  }
}
