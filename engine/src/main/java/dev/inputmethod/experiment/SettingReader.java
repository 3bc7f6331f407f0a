package dev.inputmethod.experiment;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads names and values of settings by means of their table. */
final class SettingReader {
  private static final SettingTable TABLE = SettingTable.STANDARD;
  private static final List<String> NOT_SETTINGS =
      List.of("experiment", "question", "workers", "sweep", "seeds", "verdict");

  private static final String TASK = "task";

  private final Problems problems;

  SettingReader(Problems problems) {
    this.problems = problems;
  }

  /** Whether a name is a top-level key that is not a setting of a trial. */
  static boolean isKey(String name) {
    return NOT_SETTINGS.contains(name);
  }

  /**
   * Returns the settings that the value of a setting or group gives, by path; empty for a wrong
   * value.
   */
  Map<String, Optional<Located<Object>>> assigned(String path, Node value) {
    Map<String, Optional<Located<Object>>> assigned = new LinkedHashMap<>();
    assign(path, value, assigned);
    return assigned;
  }

  /** Returns the settings that a map of settings from any groups gives, by path. */
  Map<String, Optional<Located<Object>>> assignedByName(Node value) {
    Map<String, Optional<Located<Object>>> assigned = new LinkedHashMap<>();
    if (!(value instanceof Node.Mapping mapping)) {
      problems.add(
          value.mark(),
          "a value of axis "
              + SettingTable.ALL
              + " is "
              + value.described()
              + "; it takes a map of settings, such as {cell: rnn, epochs: 3}");
      return assigned;
    }
    for (Node.Entry entry : mapping.entries()) {
      Optional<String> path = resolve(entry.key(), entry.key().text());
      if (path.isEmpty()) {
        continue;
      }
      Map<String, Optional<Located<Object>>> one = assigned(path.get(), entry.value());
      for (String setting : one.keySet()) {
        if (assigned.containsKey(setting)) {
          problems.add(entry.key().mark(), "'" + setting + "' is set twice; keep one");
        }
      }
      assigned.putAll(one);
    }
    return assigned;
  }

  /** Returns the path of the axis with a name. */
  Optional<String> resolveAxis(Node.Scalar written, String name) {
    return name.equals(SettingTable.ALL) ? Optional.of(name) : resolve(written, name);
  }

  private void assign(String path, Node value, Map<String, Optional<Located<Object>>> assigned) {
    Optional<Setting> setting = TABLE.find(path);
    if (setting.isPresent()) {
      Optional<Object> read = setting.get().kind().read(setting.get().name(), value, problems);
      assigned.put(path, read.map(found -> new Located<>(found, value.mark())));
      return;
    }
    if (value.isNull()) {
      return; // a map whose every entry is commented out
    }
    if (path.equals(TASK) && value instanceof Node.Scalar) {
      assign(TASK + ".name", value, assigned); // task: adding
      return;
    }
    List<String> members = TABLE.members(path);
    if (!(value instanceof Node.Mapping mapping)) {
      problems.add(
          value.mark(),
          path + " is " + value.described() + ", not a map (" + String.join(", ", members) + ")");
      return;
    }
    for (Node.Entry entry : mapping.entries()) {
      if (members.contains(entry.key().text())) {
        assign(path + "." + entry.key().text(), entry.value(), assigned);
      } else {
        unknownKey(entry.key(), members);
      }
    }
  }

  /** Reports an unknown key, and the place where it may belong. */
  void unknownKey(Node.Scalar key, List<String> valid) {
    List<String> meant = TABLE.meant(key.text());
    String found = "key " + Texts.quoted(key.text()) + " is unknown";
    if (NOT_SETTINGS.contains(key.text())) {
      problems.add(key.mark(), found + " here; it is a top-level key");
    } else if (meant.size() == 1 && meant.get(0).contains(".")) {
      String path = meant.get(0);
      String group = path.substring(0, path.lastIndexOf('.'));
      problems.add(key.mark(), found + " here; it belongs under " + group);
    } else {
      problems.add(key.mark(), found + Texts.guess(key.text(), valid));
    }
  }

  /**
   * Returns the path of the setting or group with a bare or dotted name.
   *
   * @param name the name without {@code sweep.}
   */
  Optional<String> resolve(Node.Scalar written, String name) {
    String shown = Texts.quoted(written.text());
    if (NOT_SETTINGS.contains(name) || name.startsWith(VerdictReader.PREFIX)) {
      problems.add(written.mark(), shown + " is a top-level key and cannot be swept");
      return Optional.empty();
    }
    if (name.equals("seed")) {
      problems.add(
          written.mark(), shown + " is ambiguous: use seeds (top level) or data.split.seed");
      return Optional.empty();
    }
    List<String> meant = TABLE.meant(name);
    if (meant.size() > 1) {
      problems.add(written.mark(), shown + " is ambiguous: write " + String.join(" or ", meant));
      return Optional.empty();
    }
    if (meant.isEmpty()) {
      List<String> names = TABLE.settings().stream().map(Setting::name).toList();
      List<String> all = new ArrayList<>(names);
      all.addAll(TABLE.names());
      String remedy =
          Texts.nearest(name, all)
              .map(near -> "; did you mean '" + near + "'?")
              .orElse("; allowed: " + String.join(", ", names));
      problems.add(written.mark(), "setting " + shown + " is unknown" + remedy);
    }
    return meant.stream().findFirst();
  }
}
