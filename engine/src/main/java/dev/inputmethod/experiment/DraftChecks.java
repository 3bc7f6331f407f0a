package dev.inputmethod.experiment;

import dev.inputmethod.experiment.Draft.AxisValue;
import dev.inputmethod.experiment.Draft.DraftAxis;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds mistakes in the combination of values, after the overrides have been applied. */
final class DraftChecks {
  private static final SettingTable TABLE = SettingTable.STANDARD;
  private static final String DIALOGUES = "data.dialogues";
  private static final String TASK = "task.name";
  private static final String NEXT_WORD = "next-word";

  private final Draft draft;
  private final Mark start;
  private final FilePatterns patterns;
  private final Problems problems;

  DraftChecks(Draft draft, Mark start, FilePatterns patterns, Problems problems) {
    this.draft = draft;
    this.start = start;
    this.patterns = patterns;
    this.problems = problems;
  }

  void check() {
    checkData();
    checkAxesApart();
    checkAxesRepeat();
    if (isSmall()) {
      new ShareChecks(draft, start, problems).check();
      new TargetChecks(draft, problems).check();
    }
  }

  /** Next words are learned from dialogues; the other tasks generate their own examples. */
  private void checkData() {
    if (draft.isWrong(TASK)) {
      return; // The wrong task has been reported.
    }
    Set<Object> tasks = tasks();
    if (tasks.contains(NEXT_WORD)) {
      checkDialogues();
    } else {
      refuseData(String.valueOf(tasks.iterator().next()));
    }
  }

  private Set<Object> tasks() {
    Object otherwise = draft.fixed(TASK).map(Located::value).orElse(NEXT_WORD);
    List<DraftAxis> axes = draft.axesSetting(List.of(TASK));
    Set<Object> tasks = new LinkedHashSet<>();
    for (DraftAxis axis : axes) {
      axis.values().forEach(value -> tasks.add(value.canonical().getOrDefault(TASK, otherwise)));
    }
    return tasks.isEmpty() ? Set.of(otherwise) : tasks;
  }

  private void refuseData(String task) {
    List<String> paths = TABLE.under("data").stream().map(Setting::path).toList();
    Optional<Mark> fixed =
        draft.fixed().entrySet().stream()
            .filter(entry -> paths.contains(entry.getKey()))
            .map(entry -> entry.getValue().mark())
            .findFirst();
    Optional<Mark> given =
        fixed.or(() -> draft.axesSetting(paths).stream().map(DraftAxis::mark).findFirst());
    given.ifPresent(
        mark ->
            problems.add(
                mark,
                "data is given, but task '"
                    + task
                    + "' generates its own examples; remove data, or choose task: next-word"));
  }

  private void checkDialogues() {
    if (!draft.isMentioned(DIALOGUES)) {
      problems.add(
          start, DIALOGUES + " is missing; name a file or Ant-style patterns of dialogues");
    }
    List<DraftAxis> axes = draft.axesSetting(List.of(DIALOGUES));
    if (axes.isEmpty()) {
      draft.fixed(DIALOGUES).ifPresent(this::checkExist);
    }
    for (DraftAxis axis : axes) {
      for (AxisValue value : axis.values()) {
        Optional.ofNullable(value.settings().get(DIALOGUES))
            .or(() -> draft.fixed(DIALOGUES))
            .ifPresent(this::checkExist);
      }
    }
  }

  private void checkExist(Located<Object> dialogues) {
    List<?> texts = dialogues.value() instanceof List<?> list ? list : List.of(dialogues.value());
    for (Object text : texts) {
      if (patterns.matching((String) text).isEmpty()) {
        problems.add(dialogues.mark(), "dialogues: " + patterns.complaint((String) text));
      }
    }
  }

  /** A setting must not belong to two axes, whose order would decide its value. */
  private void checkAxesApart() {
    Map<String, DraftAxis> owner = new HashMap<>();
    for (DraftAxis axis : draft.axes()) {
      Set<String> settings = new HashSet<>();
      axis.values().forEach(value -> settings.addAll(value.settings().keySet()));
      for (Setting setting : TABLE.under(axis.path())) {
        if (!settings.contains(setting.path())) {
          continue;
        }
        DraftAxis other = owner.putIfAbsent(setting.path(), axis);
        if (other != null) {
          problems.add(
              axis.mark(),
              "axis "
                  + axis.path()
                  + " sets "
                  + setting.path()
                  + ", as axis "
                  + other.path()
                  + " ("
                  + other.mark().shortly()
                  + ") does; a setting belongs to one axis");
        }
      }
    }
  }

  /** Values of an axis must differ when they are merged with the fixed values and defaults. */
  private void checkAxesRepeat() {
    for (DraftAxis axis : draft.axes()) {
      Set<Map<String, Object>> seen = new HashSet<>();
      for (AxisValue value : axis.values()) {
        Map<String, Object> merged = new HashMap<>();
        for (Setting setting : TABLE.under(axis.path())) {
          setting.byDefault().ifPresent(byDefault -> merged.put(setting.path(), byDefault));
          draft.fixed(setting.path()).ifPresent(fixed -> merged.put(setting.path(), fixed.value()));
        }
        merged.putAll(value.canonical());
        if (!seen.add(merged)) {
          problems.add(value.mark(), SweepReader.repeated(axis.path(), value));
        }
      }
    }
  }

  private boolean isSmall() {
    long combinations = 1;
    for (DraftAxis axis : draft.axes()) {
      combinations *= Math.max(1, axis.values().size());
      if (combinations > SearchSpace.MOST_COMBINATIONS) {
        problems.add(
            axis.mark(),
            "the sweep has more than "
                + SearchSpace.MOST_COMBINATIONS
                + " combinations; shorten its axes");
        return false;
      }
    }
    return true;
  }
}
