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
 * All settings of a trial, in the order of an experiment file. The reader, the defaults, overrides,
 * axes, the canonical configuration, the JSON Schema and the reference page are derived from this
 * table. Only {@link SettingValues} repeats the settings, in order to build a {@link TrialConfig}.
 */
final class SettingTable {
  private static final Kind COUNT = new Kind.Whole(0, 1_000_000);
  private static final Kind SIZE = new Kind.Whole(1, 4096);

  /** The axis whose values are maps of arbitrary settings. */
  static final String ALL = ExperimentRecord.ANY_SETTINGS;

  static final SettingTable STANDARD =
      new SettingTable(
          List.of(
              Setting.of(
                      "task.name",
                      words(TaskName.values()),
                      "next-word",
                      c -> c.task().name(),
                      "What is learned: the next word of dialogues, or a task with a known answer,"
                          + " which generates its own examples and takes no data. `task: adding` is"
                          + " shorthand for `task: {name: adding}`.")
                  .changingTargets(),
              Setting.of(
                      "task.length",
                      new Kind.Whole(10, 10_000),
                      100L,
                      c -> c.task().length(),
                      "T in the task's definition, in steps; the positions of temporal-order scale"
                          + " with it.")
                  .ofMadeExamples()
                  .changingTargets(),
              Setting.of(
                      "task.examples",
                      new Kind.Whole(1, 1_000_000_000),
                      20_000L,
                      c -> c.task().examples(),
                      "Number of training examples, each used once per epoch.")
                  .ofMadeExamples(),
              Setting.of(
                      "task.validationExamples",
                      new Kind.Whole(1, 1_000_000_000),
                      2_000L,
                      c -> c.task().validationExamples(),
                      "Number of validation examples; the test set has as many.")
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
                      "Number of words before the target that the network reads.")
                  .ofDialogues(),
              Setting.of(
                      "data.contextWithin",
                      words(ContextWithin.values()),
                      "utterance",
                      c -> c.data().contextWithin(),
                      "Whether the context is limited to the target's utterance or extends over the"
                          + " earlier utterances of its dialogue, with a separator word between"
                          + " them.")
                  .ofDialogues(),
              Setting.of(
                      "data.minCount",
                      new Kind.Whole(1, 1_000_000_000),
                      2L,
                      c -> c.data().minCount(),
                      "Words that occur less often than this in the training split become <unk>.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.maxVocabulary",
                      new Kind.Whole(3, 1_000_000),
                      20_000L,
                      c -> c.data().maxVocabulary(),
                      "Maximum size of the vocabulary, including <unk>; the most frequent words are"
                          + " kept.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.onBadLine",
                      words(OnBadLine.values()),
                      "fail",
                      c -> c.data().onBadLine(),
                      "What a malformed line of the dialogues causes: fail ends the run, skip"
                          + " ignores and counts the line.")
                  .ofDialogues(),
              Setting.of(
                      "data.split.train",
                      Kind.Real.open(0, 1),
                      0.8,
                      c -> c.data().split().train(),
                      "Share of the dialogues for training; the three shares sum to 1.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.split.validation",
                      Kind.Real.open(0, 1),
                      0.1,
                      c -> c.data().split().validation(),
                      "Share of the dialogues for validation (model selection).")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.split.test",
                      Kind.Real.closedOpen(0, 1),
                      0.1,
                      c -> c.data().split().test(),
                      "Share of the dialogues for the final test.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "data.split.seed",
                      new Kind.Whole(0, Kind.Whole.LARGEST),
                      42L,
                      c -> c.data().split().seed(),
                      "Key of the hash that assigns each dialogue to a split; independent of the"
                          + " trials' seeds.")
                  .ofDialogues()
                  .changingTargets(),
              Setting.of(
                      "model.embeddingSize",
                      SIZE,
                      64L,
                      c -> c.model().embeddingSize(),
                      "Size of the embedding vector of a word or symbol; the adding problem has"
                          + " none.")
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
                  "Number of stacked recurrent layers."),
              Setting.of(
                  "model.direction",
                  words(Direction.values()),
                  "forward",
                  c -> c.model().direction(),
                  "Direction in which each layer reads the context."),
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
                      "The nonlinearity of the plain RNN.")
                  .onlyWith("cell: rnn", c -> c.model().cell() == Cell.RNN),
              Setting.of(
                  "model.bias",
                  new Kind.Flag(),
                  true,
                  c -> c.model().bias(),
                  "Whether the recurrent layers have biases."),
              Setting.of(
                      "model.forgetBias",
                      new WordOr(ForgetBias.CHRONO, Kind.Real.closed(-100, 100)),
                      1.0,
                      c -> c.model().forgetBias().canonical(),
                      "Initial bias of the LSTM's forget gate. chrono: ln u for each unit, with u"
                          + " drawn from U(1, T − 1), and −ln u for its input gate, where T is the"
                          + " length of the context or the task.")
                  .onlyWith(
                      "cell: lstm, bias: true",
                      c -> c.model().cell() == Cell.LSTM && c.model().bias()),
              Setting.of(
                      "model.dropout",
                      Kind.Real.closedOpen(0, 1),
                      0.0,
                      c -> c.model().dropout(),
                      "Dropout probability between layers.")
                  .onlyWith("layers: 2 or more", c -> c.model().layers() > 1),
              Setting.of(
                  "model.initialisation.recurrent",
                  words(RecurrentInitialisation.values()),
                  "uniform",
                  c -> c.model().recurrentInitialisation(),
                  "Initial recurrent weights of each gate: drawn from U(±1/√hiddenSize), the"
                      + " identity (the plain RNN's biases are then 0), or a random orthogonal"
                      + " matrix."),
              Setting.of(
                  "model.attention",
                  words(Attention.values()),
                  "none",
                  c -> c.model().attention(),
                  "Whether the output reads, in addition to the final state, a weighted mean of all"
                      + " states of the last layer. A state's weight is a softmax of its score with"
                      + " the final state: additive, or a scaled dot product."),
              Setting.of(
                  "training.epochs",
                  new Kind.Whole(1, 10_000),
                  10L,
                  c -> c.training().epochs(),
                  "Number of passes over the training examples."),
              Setting.of(
                  "training.batchSize",
                  new Kind.Whole(1, 65_536),
                  64L,
                  c -> c.training().batchSize(),
                  "Number of examples per update."),
              Setting.of(
                  "training.learningRate",
                  Kind.Real.openClosed(0, 10),
                  0.001,
                  c -> c.training().learningRate(),
                  "Step size of the optimizer."),
              Setting.of(
                  "training.optimizer",
                  words(Optimizer.values()),
                  "adam",
                  c -> c.training().optimizer(),
                  "The optimizer that computes updates from gradients."),
              Setting.of(
                  "training.gradientClipping",
                  new ClippingKind(Kind.Real.openClosed(0, 1_000_000)),
                  "none",
                  c -> c.training().gradientClipping().canonical(),
                  "Limits the mean gradient of a batch: its L2 norm over all parameters, or the"
                      + " absolute value of each element."),
              Setting.of(
                  "training.truncatedBptt",
                  new WordOr("none", new Kind.Whole(1, 10_000)),
                  "none",
                  c ->
                      c.training().truncatedBptt().isPresent()
                          ? (Object) (long) c.training().truncatedBptt().getAsInt()
                          : "none",
                  "Steps the gradient is backpropagated through; the state still carries over."
                      + " Values from the context length up mean no truncation."),
              Setting.of(
                      "training.targets",
                      words(TrainingTargets.values()),
                      "last",
                      c -> c.training().targets(),
                      "last: one target after each context. every: a target at every word, in"
                          + " pieces of contextLength words, with the state carried over from piece"
                          + " to piece; not with direction: bidirectional. Validation, test and"
                          + " probes are the same for both.")
                  .onlyWith("task: next-word", c -> c.task().isNextWord()),
              Setting.of(
                  "observe.everySteps",
                  COUNT,
                  10L,
                  c -> c.observe().everySteps(),
                  "Steps between measurements of loss and norms; 0 disables them."),
              Setting.of(
                  "observe.reachEverySteps",
                  COUNT,
                  200L,
                  c -> c.observe().reachEverySteps(),
                  "Steps between measurements of how far back the gradient reaches; 0 disables"
                      + " them."),
              Setting.of(
                  "observe.histogramsEveryEpochs",
                  COUNT,
                  1L,
                  c -> c.observe().histogramsEveryEpochs(),
                  "Epochs between histograms of parameters and gradients; 0 disables them.")));

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

  /** Returns the paths of groups of settings, such as {@code data} and {@code data.split}. */
  List<String> groups() {
    return List.copyOf(groups);
  }

  boolean isGroup(String path) {
    return groups.contains(path);
  }

  /** Returns the settings at or below a path, in order. */
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

  /** Returns the names of the settings and groups directly in a group, in order. */
  List<String> members(String group) {
    Set<String> names = new LinkedHashSet<>();
    for (Setting setting : byPath.values()) {
      if (setting.path().startsWith(group + ".")) {
        names.add(setting.path().substring(group.length() + 1).split("\\.", 2)[0]);
      }
    }
    return List.copyOf(names);
  }

  /** Returns the paths of the settings and groups that a bare or dotted name may refer to. */
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

  /** Returns the shortest name that refers to a path only. */
  String shortest(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return meant(name).equals(List.of(path)) && !name.equals("seed") ? name : path;
  }

  /** Returns all paths, settings before groups. */
  List<String> names() {
    List<String> names = new ArrayList<>(byPath.keySet());
    names.addAll(groups);
    return names;
  }
}
