package dev.inputmethod.experiment;

import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.Texts;
import dev.inputmethod.reports.record.Configuration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Converts settings by dotted path, in canonical form, into a {@link TrialConfig} and back. */
final class SettingValues {
  private static final SettingTable TABLE = SettingTable.STANDARD;

  private final Map<String, Object> values;

  private SettingValues(Map<String, Object> values) {
    this.values = values;
  }

  /** Returns the configuration with the given settings, and the defaults for all others. */
  static TrialConfig config(Map<String, Object> given) {
    Map<String, Object> values = new HashMap<>();
    for (Setting setting : TABLE.settings()) {
      setting.byDefault().ifPresent(value -> values.put(setting.path(), value));
    }
    values.putAll(given);
    return new SettingValues(values).config();
  }

  /** Returns the settings that have an effect, in the table's order. */
  static Map<String, Object> effective(TrialConfig config) {
    Map<String, Object> effective = new LinkedHashMap<>();
    for (Setting setting : TABLE.settings()) {
      if (setting.hasEffect().test(config)) {
        effective.put(setting.path(), setting.in(config));
      }
    }
    return effective;
  }

  /**
   * Returns the configuration in a record.
   *
   * @param where the record's file, for messages
   */
  static TrialConfig restored(Configuration configuration, String where) {
    Map<String, Object> values = new LinkedHashMap<>();
    Mistakes mistakes = new Mistakes();
    configuration
        .settings()
        .forEach(
            (path, stored) -> {
              Optional<Setting> setting = TABLE.find(path);
              if (setting.isEmpty()) {
                mistakes.add(
                    new Problem(where, "setting '" + path + "' is unknown to this version"));
                return;
              }
              try {
                values.put(path, setting.get().kind().restored(stored));
              } catch (IllegalArgumentException e) {
                mistakes.add(
                    new Problem(
                        where,
                        path + " " + Texts.quoted(stored.toString()) + " is " + e.getMessage()));
              }
            });
    mistakes.throwIfAny();
    return config(values);
  }

  private TrialConfig config() {
    return new TrialConfig(task(), data(), model(), training(), observe());
  }

  private TaskSettings task() {
    return new TaskSettings(
        word("task.name", TaskName.class),
        whole("task.length"),
        get("task.examples", Long.class),
        get("task.validationExamples", Long.class));
  }

  private DataSettings data() {
    return new DataSettings(
        texts("data.dialogues"),
        whole("data.contextLength"),
        word("data.contextWithin", ContextWithin.class),
        whole("data.minCount"),
        whole("data.maxVocabulary"),
        word("data.onBadLine", OnBadLine.class),
        new SplitSettings(
            real("data.split.train"),
            real("data.split.validation"),
            real("data.split.test"),
            get("data.split.seed", Long.class)));
  }

  private ModelSettings model() {
    return new ModelSettings(
        whole("model.embeddingSize"),
        whole("model.hiddenSize"),
        whole("model.layers"),
        word("model.direction", Direction.class),
        word("model.cell", Cell.class),
        word("model.nonlinearity", Nonlinearity.class),
        get("model.bias", Boolean.class),
        forgetBias(),
        real("model.dropout"),
        word("model.initialisation.recurrent", RecurrentInitialisation.class),
        word("model.attention", Attention.class));
  }

  private ForgetBias forgetBias() {
    Object value = get("model.forgetBias", Object.class);
    if (value instanceof Double bias) {
      return new ForgetBias.Fixed(bias);
    }
    TaskSettings task = task();
    return new ForgetBias.Chrono(task.isNextWord() ? whole("data.contextLength") : task.length());
  }

  private TrainingSettings training() {
    return new TrainingSettings(
        whole("training.epochs"),
        whole("training.batchSize"),
        real("training.learningRate"),
        word("training.optimizer", Optimizer.class),
        Clipping.of(get("training.gradientClipping", String.class)),
        truncatedBptt(),
        word("training.targets", TrainingTargets.class));
  }

  /** Returns the truncation; empty if the gradient reaches the start of the context anyway. */
  private OptionalInt truncatedBptt() {
    if (!(get("training.truncatedBptt", Object.class) instanceof Long steps)) {
      return OptionalInt.empty();
    }
    boolean whole = task().isNextWord() && steps >= whole("data.contextLength");
    return whole ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(steps));
  }

  private ObserveSettings observe() {
    return new ObserveSettings(
        whole("observe.everySteps"),
        whole("observe.reachEverySteps"),
        whole("observe.histogramsEveryEpochs"));
  }

  private int whole(String path) {
    return Math.toIntExact(get(path, Long.class));
  }

  private double real(String path) {
    return get(path, Double.class);
  }

  private <E extends Enum<E>> E word(String path, Class<E> type) {
    return Enum.valueOf(type, get(path, String.class).toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private List<String> texts(String path) {
    Object value = values.getOrDefault(path, List.of());
    if (value instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return List.of((String) value);
  }

  private <T> T get(String path, Class<T> type) {
    Object value = values.get(path);
    if (value == null) {
      throw new IllegalStateException("no value for " + path);
    }
    return type.cast(value);
  }
}
