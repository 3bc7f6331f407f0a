package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.ExperimentRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting of a trial, in the order of an experiment file. The reader, the defaults,
 * overrides, axes, the canonical configuration, the JSON Schema and the reference page all follow
 * this table; only {@link SettingValues} names the settings once more, to build a {@link
 * TrialConfig}.
 */
final class SettingTable {
  private static final Kind COUNT = new Kind.Whole(0, 1_000_000);
  private static final Kind SIZE = new Kind.Whole(1, 4096);

  /** The axis whose values are maps of any settings. */
  static final String ALL = ExperimentRecord.ANY_SETTINGS;

  static final SettingTable STANDARD =
      new SettingTable(
          List.of(
              Setting.of(
                      "task.name",
                      words(TaskName.values()),
                      "next-word",
                      c -> c.task().name(),
                      "What is learned: the next word of dialogues, or a task with a known answer that"
                          + " makes its own examples and takes no data. task: adding is short for its"
                          + " name alone.")
                  .changingTargets(),
              Setting.of(
                      "task.length",
                      new Kind.Whole(10, 10_000),
                      100L,
                      c -> c.task().length(),
                      "T of the task's definition, in steps; temporal order's places scale with it.")
                  .ofMadeExamples()
                  .changingTargets(),
              Setting.of(
                      "task.examples",
                      new Kind.Whole(1, 1_000_000_000),
                      20_000L,
                      c -> c.task().examples(),
                      "Examples to learn from, each once an epoch.")
                  .ofMadeExamples(),
              Setting.of(
                      "task.validationExamples",
                      new Kind.Whole(1, 1_000_000_000),
                      2_000L,
                      c -> c.task().validationExamples(),
                      "Examples to choose by; as many are tested on.")
                  .ofMadeExamples()
                  .changingTargets(),
              Setting.of(
                      "data.dialogues",
                      new Kind.Patterns(),
                      "",
                      c -> c.data().dialogues(),
                      "Dialogues in JSON Lines: a file, an Ant-style pattern, or a list of them.")
                  .required()
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.contextLength",
                      new Kind.Whole(1, 1000),
                      5L,
                      c -> c.data().contextLength(),
                      "Words before the target.")
                  .ofDialogues(),
              Setting.of(
                      "data.contextWithin",
                      words(ContextWithin.values()),
                      "utterance",
                      c -> c.data().contextWithin(),
                      "Whether the context stays in the target's utterance or reaches over earlier ones of its dialogue,"
                          + " with a separator word between.")
                  .ofDialogues(),
              Setting.of(
                      "data.minCount",
                      new Kind.Whole(1, 1_000_000_000),
                      2L,
                      c -> c.data().minCount(),
                      "Words rarer than this in the training split become <unk>.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.maxVocabulary",
                      new Kind.Whole(3, 1_000_000),
                      20_000L,
                      c -> c.data().maxVocabulary(),
                      "The most words kept, <unk> among them; the most frequent stay.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.onBadLine",
                      words(OnBadLine.values()),
                      "fail",
                      c -> c.data().onBadLine(),
                      "What a malformed line of the dialogues does: end the run, or be skipped and counted.")
                  .ofDialogues(),
              Setting.of(
                      "data.split.train",
                      new Kind.Real(0, true, 1, true),
                      0.8,
                      c -> c.data().split().train(),
                      "Share of the dialogues to learn from; the three shares sum to 1.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.split.validation",
                      new Kind.Real(0, true, 1, true),
                      0.1,
                      c -> c.data().split().validation(),
                      "Share of the dialogues to choose by.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.split.test",
                      new Kind.Real(0, false, 1, true),
                      0.1,
                      c -> c.data().split().test(),
                      "Share of the dialogues to report on.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.split.seed",
                      new Kind.Whole(0, Kind.Whole.LARGEST),
                      42L,
                      c -> c.data().split().seed(),
                      "Keys the hash that puts each dialogue into a split; not a trial's seed.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "model.embeddingSize",
                      SIZE,
                      64L,
                      c -> c.model().embeddingSize(),
                      "Numbers that stand for a word or symbol; the adding problem has none.")
                  .onlyWith("", c -> c.task().name() != TaskName.ADDING),
              Setting.of(
                  "model.hiddenSize",
                  SIZE,
                  128L,
                  c -> c.model().hiddenSize(),
                  "Size of the hidden state of each layer and direction."),
              Setting.of(
                  "model.layers",
                  new Kind.Whole(1, 8),
                  1L,
                  c -> c.model().layers(),
                  "Recurrent layers, one above the other."),
              Setting.of(
                  "model.direction",
                  words(Direction.values()),
                  "forward",
                  c -> c.model().direction(),
                  "Which way each layer reads the context."),
              Setting.of(
                  "model.cell",
                  words(Cell.values()),
                  "lstm",
                  c -> c.model().cell(),
                  "The recurrent cell."),
              Setting.of(
                      "model.nonlinearity",
                      words(Nonlinearity.values()),
                      "tanh",
                      c -> c.model().nonlinearity(),
                      "The plain RNN's nonlinearity.")
                  .onlyWith("cell: rnn", c -> c.model().cell() == Cell.RNN),
              Setting.of(
                  "model.bias",
                  new Kind.Flag(),
                  true,
                  c -> c.model().bias(),
                  "Whether the recurrent layers have biases."),
              Setting.of(
                      "model.forgetBias",
                      new WordOr(ForgetBias.CHRONO, new Kind.Real(-100, false, 100, false)),
                      1.0,
                      c -> c.model().forgetBias().canonical(),
                      "What the bias of the LSTM's forget gate starts at. chrono: ln u for each unit, u"
                          + " from U(1, T − 1), and −ln u for its input gate, T the context's or the"
                          + " task's length.")
                  .onlyWith(
                      "cell: lstm, bias: true",
                      c -> c.model().cell() == Cell.LSTM && c.model().bias()),
              Setting.of(
                      "model.dropout",
                      new Kind.Real(0, false, 1, true),
                      0.0,
                      c -> c.model().dropout(),
                      "Probability to drop, between layers.")
                  .onlyWith("layers: 2 or more", c -> c.model().layers() > 1),
              Setting.of(
                  "model.initialisation.recurrent",
                  words(RecurrentInitialisation.values()),
                  "uniform",
                  c -> c.model().recurrentInitialisation(),
                  "What each gate's recurrent weights start at: drawn from U(±1/√hiddenSize), the"
                      + " identity (the plain RNN's biases are 0 then), or a random orthogonal matrix."),
              Setting.of(
                  "model.attention",
                  words(Attention.values()),
                  "none",
                  c -> c.model().attention(),
                  "Whether the output sees, beside the final state, a mean of all states of the last"
                      + " layer, weighted by how they answer the final state: by an additive score or"
                      + " a scaled dot product."),
              Setting.of(
                  "training.epochs",
                  new Kind.Whole(1, 10_000),
                  10L,
                  c -> c.training().epochs(),
                  "Passes over the training split."),
              Setting.of(
                  "training.batchSize",
                  new Kind.Whole(1, 65_536),
                  64L,
                  c -> c.training().batchSize(),
                  "Examples an update learns from."),
              Setting.of(
                  "training.learningRate",
                  new Kind.Real(0, true, 10, false),
                  0.001,
                  c -> c.training().learningRate(),
                  "The optimizer's step size."),
              Setting.of(
                  "training.optimizer",
                  words(Optimizer.values()),
                  "adam",
                  c -> c.training().optimizer(),
                  "How a gradient becomes an update."),
              Setting.of(
                  "training.gradientClipping",
                  new WordOrMember(
                      "none",
                      List.of("globalNorm", "value"),
                      new Kind.Real(0, true, 1_000_000, false)),
                  "none",
                  c -> c.training().gradientClipping().canonical(),
                  "Bounds the mean gradient: its L2 norm over all parameters, or each of its numbers."),
              Setting.of(
                  "training.truncatedBptt",
                  new WordOr("none", new Kind.Whole(1, 10_000)),
                  "none",
                  c ->
                      c.training().truncatedBptt().isPresent()
                          ? (Object) (long) c.training().truncatedBptt().getAsInt()
                          : "none",
                  "Steps that the gradient goes back; the state comes from farther. As many as the"
                      + " context has, or more, are none."),
              Setting.of(
                      "training.targets",
                      words(TrainingTargets.values()),
                      "last",
                      c -> c.training().targets(),
                      "last: one target behind each context. every: a target at every word, in pieces"
                          + " of contextLength, the state carried from piece to piece; not with"
                          + " direction: bidirectional. Validation, test and probes are the same in both.")
                  .onlyWith("task: next-word", c -> c.task().isNextWord()),
              Setting.of(
                  "observe.everySteps",
                  COUNT,
                  10L,
                  c -> c.observe().everySteps(),
                  "Steps between measurements of loss and norms; 0 is never."),
              Setting.of(
                  "observe.reachEverySteps",
                  COUNT,
                  200L,
                  c -> c.observe().reachEverySteps(),
                  "Steps between measurements of how far back the gradient reaches; 0 is never."),
              Setting.of(
                  "observe.histogramsEveryEpochs",
                  COUNT,
                  1L,
                  c -> c.observe().histogramsEveryEpochs(),
                  "Epochs between histograms of parameters and gradients; 0 is never.")));

  private final Map<String, Setting> byPath = new LinkedHashMap<>();
  private final Set<String> groups = new LinkedHashSet<>();

  SettingTable(List<Setting> settings) {
    for (Setting setting : settings) {
      byPath.put(setting.path(), setting);
      for (int dot = setting.path().indexOf('.');
          dot > 0;
          dot = setting.path().indexOf('.', dot + 1)) {
        groups.add(setting.path().substring(0, dot));
      }
    }
  }

  private static Kind words(Enum<?>... constants) {
    return new Kind.Words(Arrays.stream(constants).map(Setting::word).toList());
  }

  List<Setting> settings() {
    return List.copyOf(byPath.values());
  }

  Optional<Setting> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** Paths of maps that hold settings, such as {@code data} and {@code data.split}. */
  List<String> groups() {
    return List.copyOf(groups);
  }

  boolean isGroup(String path) {
    return groups.contains(path);
  }

  /** The settings at or below a path, in order. */
  List<Setting> under(String path) {
    if (path.equals(ALL)) {
      return settings();
    }
    List<Setting> found = new ArrayList<>();
    for (Setting setting : byPath.values()) {
      if (setting.path().equals(path) || setting.path().startsWith(path + ".")) {
        found.add(setting);
      }
    }
    return found;
  }

  /** Names of the settings and groups directly in a group, in order. */
  List<String> members(String group) {
    Set<String> names = new LinkedHashSet<>();
    for (Setting setting : byPath.values()) {
      if (setting.path().startsWith(group + ".")) {
        names.add(setting.path().substring(group.length() + 1).split("\\.", 2)[0]);
      }
    }
    return List.copyOf(names);
  }

  /** The settings and groups that a bare or dotted name may mean: one, several, or none. */
  List<String> meant(String name) {
    if (byPath.containsKey(name) || groups.contains(name)) {
      return List.of(name);
    }
    List<String> found = new ArrayList<>();
    for (String path : names()) {
      if (path.endsWith("." + name)) {
        found.add(path);
      }
    }
    return found;
  }

  /** The shortest name that means this path alone. */
  String shortest(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return meant(name).equals(List.of(path)) && !name.equals("seed") ? name : path;
  }

  /** Every full path, settings before groups. */
  List<String> names() {
    List<String> names = new ArrayList<>(byPath.keySet());
    names.addAll(groups);
    return names;
  }
}
