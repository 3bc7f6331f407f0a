package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the thresholds of verdicts. They are not settings of trials: they change no measurement and
 * are not part of a trial's name.
 */
final class VerdictReader {
  /** The prefix of a threshold's name in an override. */
  static final String PREFIX = "verdict.";

  /**
   * One threshold.
   *
   * @param byDefault the default in canonical form
   */
  record Threshold(String name, Kind kind, Object byDefault, String description) {}

  static final List<Threshold> THRESHOLDS =
      List.of(
          new Threshold(
              "vanishing",
              Kind.Real.openClosed(0, 1),
              Thresholds.STANDARD.vanishing(),
              "The reach is short if the gradient at the farthest distance is below this share of"
                  + " the gradient one step back."),
          new Threshold(
              "exploding",
              Kind.Real.openClosed(1, 1e9),
              Thresholds.STANDARD.exploding(),
              "The gradient explodes if it grows by more than this factor on its way back."),
          new Threshold(
              "dead",
              Kind.Real.closed(0, 1),
              Thresholds.STANDARD.dead(),
              "The gradient is dead if its norm is below this at every distance."),
          new Threshold(
              "minimumContext",
              new Kind.Whole(2, 1000),
              (long) Thresholds.STANDARD.minimumContext(),
              "Shorter contexts are not judged."));

  private final SettingReader settings;
  private final Problems problems;

  VerdictReader(SettingReader settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  static List<String> names() {
    return THRESHOLDS.stream().map(Threshold::name).toList();
  }

  /** Reads a map of thresholds. */
  void read(Node value, Draft draft) {
    if (value.isNull()) {
      return; // a map whose every entry is commented out
    }
    if (!(value instanceof Node.Mapping mapping)) {
      problems.add(
          value.mark(),
          "verdict is " + value.described() + ", not a map (" + String.join(", ", names()) + ")");
      return;
    }
    mapping.entries().forEach(entry -> readOne(entry.key().text(), entry, draft));
  }

  /**
   * Reads one threshold.
   *
   * @param name the name without {@link #PREFIX}
   */
  void readOne(String name, Node.Entry entry, Draft draft) {
    Optional<Threshold> threshold =
        THRESHOLDS.stream().filter(it -> it.name().equals(name)).findFirst();
    if (threshold.isEmpty()) {
      settings.unknownKey(entry.key(), names());
      return;
    }
    threshold
        .get()
        .kind()
        .read(name, entry.value(), problems)
        .ifPresent(value -> draft.setThreshold(name, value));
  }

  /** Returns the thresholds that were given, with the defaults for all others. */
  static Thresholds thresholds(Draft draft) {
    Map<String, Object> values = new LinkedHashMap<>();
    THRESHOLDS.forEach(it -> values.put(it.name(), it.byDefault()));
    values.putAll(draft.thresholds());
    return new Thresholds(
        real(values, "vanishing"),
        real(values, "exploding"),
        real(values, "dead"),
        (int) real(values, "minimumContext"));
  }

  private static double real(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
