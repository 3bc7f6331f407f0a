package dev.inputmethod.experiment;

import dev.inputmethod.experiment.Draft.AxisValue;
import dev.inputmethod.experiment.Draft.DraftAxis;
import dev.inputmethod.experiment.Draft.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the nodes of an experiment file by the table of settings. */
final class DraftReader {
  private static final SettingTable TABLE = SettingTable.STANDARD;
  private static final List<String> KEYS =
      List.of(
          "experiment",
          "question",
          "data",
          "model",
          "training",
          "observe",
          "workers",
          "sweep",
          "seeds");
  private static final List<String> NOT_SETTINGS =
      List.of("experiment", "question", "workers", "sweep", "seeds");
  private static final Kind WORKERS = new Kind.Whole(1, 256);
  private static final Kind SEED = new Kind.Whole(0, Kind.Whole.LARGEST);

  private final Problems problems;

  DraftReader(Problems problems) {
    this.problems = problems;
  }

  static boolean isKey(String name) {
    return NOT_SETTINGS.contains(name);
  }

  void read(Node root, Draft draft) {
    if (root instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> readKey(entry, draft));
      return;
    }
    draft.mentioned.add("data.dialogues"); // that it is missing goes without saying
    if (root.isNull()) {
      problems.add(root.mark(), "is empty; it needs at least data: {dialogues: …}");
    } else {
      problems.add(
          root.mark(), "is " + root.described() + ", not a map (" + String.join(", ", KEYS) + ")");
    }
  }

  /** One entry of the file's top level. */
  void readKey(Node.Entry entry, Draft draft) {
    Node value = entry.value();
    switch (entry.key().text()) {
      case "experiment" -> draft.name = text("experiment", value);
      case "question" -> draft.question = text("question", value).map(Located::value);
      case "workers" ->
          WORKERS
              .read("workers", value, problems)
              .ifPresent(found -> draft.workers = OptionalInt.of(Math.toIntExact((Long) found)));
      case "seeds" -> draft.seeds = seeds(value);
      case "sweep" -> readSweep(value, draft);
      default -> {
        if (KEYS.contains(entry.key().text())) {
          fix(entry.key().text(), value, draft);
        } else {
          unknownKey(entry.key(), KEYS);
        }
      }
    }
  }

  private Optional<Located<String>> text(String name, Node value) {
    return Values.text(name, value, problems).map(text -> new Located<>(text, value.mark()));
  }

  /** Gives a setting, or the settings of a map, fixed values; says which. */
  Set<String> fix(String path, Node value, Draft draft) {
    Map<String, Optional<Located<Object>>> assigned = new LinkedHashMap<>();
    assign(path, value, assigned);
    assigned.forEach(
        (setting, located) -> {
          draft.wrong.remove(setting);
          located.ifPresentOrElse(
              found -> draft.fixed.put(setting, found), () -> draft.wrong.add(setting));
        });
    draft.mentioned.addAll(assigned.keySet());
    return assigned.keySet();
  }

  /** What a value sets, by dotted path; empty where it is wrong. */
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

  private void unknownKey(Node.Scalar key, List<String> valid) {
    List<String> meant = TABLE.meant(key.text());
    String found = "key " + Texts.quoted(key.text()) + " is unknown";
    if (NOT_SETTINGS.contains(key.text())) {
      problems.add(key.mark(), found + " here; it stands at the left margin");
    } else if (meant.size() == 1 && meant.get(0).contains(".")) {
      String path = meant.get(0);
      String group = path.substring(0, path.lastIndexOf('.'));
      problems.add(key.mark(), found + " here; it belongs under " + group);
    } else {
      problems.add(key.mark(), found + Texts.guess(key.text(), valid));
    }
  }

  private List<Long> seeds(Node value) {
    if (!(value instanceof Node.Sequence sequence)) {
      problems.add(
          value.mark(), "seeds is " + value.described() + "; it takes a list such as [1, 2, 3]");
      return List.of();
    }
    if (sequence.items().isEmpty()) {
      problems.add(value.mark(), "seeds is an empty list; it takes at least one");
    }
    Set<Long> seeds = new LinkedHashSet<>();
    for (Node item : sequence.items()) {
      Optional<Object> seed = SEED.read("seed", item, problems);
      if (seed.isPresent() && !seeds.add((Long) seed.get())) {
        problems.add(item.mark(), "seed " + seed.get() + " is listed twice");
      }
    }
    return List.copyOf(seeds);
  }

  private void readSweep(Node value, Draft draft) {
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
      Optional<String> path = resolve(entry.key(), entry.key().text());
      if (path.isEmpty()) {
        continue;
      }
      DraftAxis same = draft.axes.get(path.get());
      if (same != null) {
        problems.add(
            entry.key().mark(),
            Texts.quoted(entry.key().text())
                + " is an axis already ("
                + path.get()
                + ", "
                + same.mark().shortly()
                + ")");
      } else {
        readAxis(path.get(), entry.key().mark(), entry.value(), draft);
      }
    }
  }

  /** Adds an axis, or replaces it where it stands. */
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
        axisValue(path, item).ifPresent(values::add);
      }
    }
    noteRepeated(path, values);
    draft.axes.put(path, new DraftAxis(path, mark, values));
    TABLE.under(path).forEach(setting -> draft.mentioned.add(setting.path()));
  }

  private Optional<AxisValue> axisValue(String path, Node item) {
    Map<String, Optional<Located<Object>>> assigned = new LinkedHashMap<>();
    assign(path, item, assigned);
    if (TABLE.isGroup(path)
        && (item.isNull() || item instanceof Node.Mapping map && map.entries().isEmpty())) {
      problems.add(item.mark(), "a value of axis " + path + " sets nothing; name a setting in it");
    }
    Map<String, Located<Object>> settings = new LinkedHashMap<>();
    assigned.forEach(
        (setting, located) -> located.ifPresent(found -> settings.put(setting, found)));
    boolean whole = !settings.isEmpty() && settings.size() == assigned.size();
    return whole ? Optional.of(new AxisValue(settings, item.mark())) : Optional.empty();
  }

  private void noteRepeated(String path, List<AxisValue> values) {
    Map<Map<String, Object>, AxisValue> first = new HashMap<>();
    for (AxisValue value : values) {
      if (first.putIfAbsent(value.canonical(), value) != null) {
        noteRepeated(path, value);
      }
    }
  }

  void noteRepeated(String path, AxisValue value) {
    problems.add(
        value.mark(),
        "axis " + path + " has the value " + Values.text(path, value.canonical()) + " twice");
  }

  /**
   * The setting or map of settings that a bare or dotted name means.
   *
   * @param name without {@code sweep.}
   */
  Optional<String> resolve(Node.Scalar written, String name) {
    String shown = Texts.quoted(written.text());
    if (NOT_SETTINGS.contains(name)) {
      problems.add(written.mark(), shown + " cannot be swept; it stands beside sweep, not in it");
      return Optional.empty();
    }
    if (name.equals("seed")) {
      problems.add(
          written.mark(),
          shown
              + " may mean the trials' seeds, which stand beside sweep, or the split's, which is data.split.seed");
      return Optional.empty();
    }
    List<String> meant = TABLE.meant(name);
    if (meant.size() > 1) {
      problems.add(
          written.mark(),
          shown + " may mean " + String.join(" or ", meant) + "; write one in full");
      return Optional.empty();
    }
    if (meant.isEmpty()) {
      List<String> names = TABLE.settings().stream().map(Setting::name).toList();
      List<String> all = new ArrayList<>(names);
      all.addAll(TABLE.names());
      String remedy =
          Texts.nearest(name, all)
              .map(near -> "; did you mean '" + near + "'?")
              .orElse("; allowed are (" + String.join(", ", names) + ")");
      problems.add(written.mark(), "setting " + shown + " is unknown" + remedy);
    }
    return meant.stream().findFirst();
  }
}
