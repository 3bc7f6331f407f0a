package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.TinySettings;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Thresholds;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentReaderTest {
  /** The listing that the users were given, without its sweep and seeds. */
  private static final String LISTING =
      """
      data:
        dialogues: d.jsonl
        contextLength: 5
        contextWithin: utterance
        minCount: 2
        maxVocabulary: 20000
        onBadLine: fail
        split: {train: 0.8, validation: 0.1, test: 0.1, seed: 42}
      model:
        embeddingSize: 64
        hiddenSize: 128
        layers: 1
        direction: forward
        cell: lstm
        nonlinearity: tanh
        bias: true
        forgetBias: 1
        dropout: 0.0
        initialisation: {recurrent: uniform}
        attention: none
      training:
        epochs: 10
        batchSize: 64
        learningRate: 0.001
        optimizer: adam
        gradientClipping: none
        truncatedBptt: none
        targets: last
      observe: {everySteps: 10, reachEverySteps: 200, histogramsEveryEpochs: 1}
      """;

  @TempDir private Path base;

  private Experiment read(String yaml) {
    return new ExperimentFolder(base).with("cells.yaml", yaml).read().get(0);
  }

  private Experiment read(String yaml, String overrides) {
    return new ExperimentFolder(base).with("cells.yaml", yaml).overriding(overrides).read().get(0);
  }

  @Test
  void the_defaults_are_those_of_the_listing() {
    assertThat(read(ExperimentFolder.DIALOGUES).base()).isEqualTo(read(LISTING).base());
    TrialConfig listed = read(LISTING).base();
    assertThat(listed.data())
        .isEqualTo(
            new DataSettings(
                List.of("d.jsonl"),
                5,
                ContextWithin.UTTERANCE,
                2,
                20000,
                OnBadLine.FAIL,
                new SplitSettings(0.8, 0.1, 0.1, 42)));
    assertThat(listed.model())
        .isEqualTo(
            new ModelSettings(
                64,
                128,
                1,
                Direction.FORWARD,
                Cell.LSTM,
                Nonlinearity.TANH,
                true,
                new ForgetBias.Fixed(1),
                0.0,
                RecurrentInitialisation.UNIFORM,
                Attention.NONE));
    assertThat(listed.training()).isEqualTo(TinySettings.training(10, 64, 0.001, Optimizer.ADAM));
    assertThat(listed.observe()).isEqualTo(new ObserveSettings(10, 200, 1));
  }

  @Test
  void without_a_word_about_it_there_is_no_question_no_sweep_and_one_seed() {
    Experiment experiment = read(ExperimentFolder.DIALOGUES);
    assertThat(experiment.name()).isEqualTo("cells");
    assertThat(experiment.question()).isEmpty();
    assertThat(experiment.workers()).isEmpty();
    assertThat(experiment.seeds()).containsExactly(1L);
    assertThat(experiment.searchSpace().axes()).isEmpty();
    assertThat(experiment.searchSpace().configurations()).hasSize(1);
    assertThat(experiment.source()).isEqualTo(ExperimentFolder.DIALOGUES);
    assertThat(experiment.sourceName()).isEqualTo("cells.yaml");
  }

  @Test
  void every_setting_is_read_where_it_stands() {
    Experiment experiment =
        read(
            """
            experiment: 问题.1_a-b
            question: "Which cell keeps its gradient?"
            data:
              dialogues: [d.jsonl, "*.jsonl"]
              contextLength: 30
              contextWithin: dialogue
              minCount: 3
              maxVocabulary: 0x100
              onBadLine: skip
              split: {train: 0.5, validation: 0.25, test: 0.25, seed: 7}
            model:
              embeddingSize: 8
              hiddenSize: 010
              layers: 2
              direction: bidirectional
              cell: "rnn"
              nonlinearity: relu
              bias: False
              forgetBias: 4.6
              dropout: .5
            training: {epochs: 1, batchSize: 2, learningRate: 1e-2, optimizer: sgd}
            observe: {everySteps: 0, reachEverySteps: 1, histogramsEveryEpochs: 2}
            workers: 3
            seeds: [3, 1]
            """);
    assertThat(experiment.name()).isEqualTo("问题.1_a-b");
    assertThat(experiment.question()).contains("Which cell keeps its gradient?");
    assertThat(experiment.workers()).hasValue(3);
    assertThat(experiment.seeds()).containsExactly(3L, 1L);
    assertThat(experiment.base())
        .isEqualTo(
            new TrialConfig(
                TinySettings.nextWord(),
                new DataSettings(
                    List.of("d.jsonl", "*.jsonl"),
                    30,
                    ContextWithin.DIALOGUE,
                    3,
                    256,
                    OnBadLine.SKIP,
                    new SplitSettings(0.5, 0.25, 0.25, 7)),
                new ModelSettings(
                    8,
                    10,
                    2,
                    Direction.BIDIRECTIONAL,
                    Cell.RNN,
                    Nonlinearity.RELU,
                    false,
                    new ForgetBias.Fixed(4.6),
                    0.5,
                    RecurrentInitialisation.UNIFORM,
                    Attention.NONE),
                TinySettings.training(1, 2, 0.01, Optimizer.SGD),
                new ObserveSettings(0, 1, 2)));
  }

  @Test
  void a_task_s_name_alone_is_short_for_its_defaults() {
    Experiment experiment = read("task: temporal-order\n");

    assertThat(experiment.base().task())
        .isEqualTo(new TaskSettings(TaskName.TEMPORAL_ORDER, 100, 20_000, 2_000));
    assertThat(read("task: {name: temporal-order}\n").base()).isEqualTo(experiment.base());
    assertThat(experiment.base().canonical().settings())
        .containsEntry("task.name", "temporal-order")
        .containsEntry("task.length", 100L)
        .noneSatisfy((path, value) -> assertThat(path).startsWith("data."));
    assertThat(TrialConfig.of(experiment.base().canonical(), "record.json"))
        .isEqualTo(experiment.base());
  }

  @Test
  void words_know_no_settings_of_made_examples_and_adding_no_embedding() {
    assertThat(
            read(ExperimentFolder.DIALOGUES + "task: {length: 30}\n").base().canonical().settings())
        .containsKeys("task.name", "data.contextLength", "model.embeddingSize")
        .doesNotContainKeys("task.length", "task.examples", "task.validationExamples");
    assertThat(read("task: adding\n").base().canonical().settings())
        .doesNotContainKey("model.embeddingSize");
  }

  @Test
  void a_swept_task_or_length_changes_the_targets() {
    SearchSpace lengths =
        read("task: adding\nsweep: {length: [20, 30], cell: [rnn, lstm]}\n").searchSpace();
    SearchSpace tasks = read("sweep: {task: [adding, copy-memory]}\n").searchSpace();

    assertThat(lengths.configurations()).hasSize(4);
    assertThat(lengths.targetAxes()).containsExactly("task.length");
    assertThat(tasks.targetAxes()).containsExactly("task");
    assertThat(tasks.configurations())
        .extracting(config -> config.task().name())
        .containsExactly(TaskName.ADDING, TaskName.COPY_MEMORY);
  }

  @Test
  void a_sweep_is_the_product_of_its_axes_the_last_fastest() {
    SearchSpace space =
        read(ExperimentFolder.DIALOGUES
                + """
                    model: {hiddenSize: 7}
                    sweep:
                      hiddenSize: [64, 128]
                      model.cell: [rnn, lstm, gru]
                    """)
            .searchSpace();
    assertThat(space.axisTexts().toString())
        .isEqualTo("{model.hiddenSize=[64, 128], model.cell=[rnn, lstm, gru]}");
    assertThat(space.configurations())
        .extracting(config -> config.model().cell() + " " + config.model().hiddenSize())
        .containsExactly("RNN 64", "LSTM 64", "GRU 64", "RNN 128", "LSTM 128", "GRU 128");
    assertThat(space.repeated()).isZero();
    assertThat(space.targetAxes()).isEmpty();
  }

  @Test
  void combinations_that_differ_without_effect_run_once() {
    SearchSpace space =
        read(ExperimentFolder.DIALOGUES
                + "sweep: {cell: [rnn, lstm, gru], nonlinearity: [tanh, relu], forgetBias: [0, 1],"
                + " dropout: [0, 0.5]}")
            .searchSpace();
    // rnn × 2 nonlinearities, lstm × 2 biases, gru; dropout never, with one layer.
    assertThat(space.configurations()).hasSize(5).doesNotHaveDuplicates();
    assertThat(space.repeated()).isEqualTo(24 - 5);
  }

  @Test
  void a_map_is_a_value_of_an_axis_and_is_filled_up() {
    SearchSpace space =
        read(ExperimentFolder.DIALOGUES
                + """
                    sweep:
                      split:
                        - {train: 0.7, test: 0.2}
                        - {seed: 1}
                      model: [{cell: gru, hiddenSize: 80}, {cell: lstm}]
                    """)
            .searchSpace();
    assertThat(space.axisTexts().toString())
        .isEqualTo(
            "{data.split=[{train: 0.7, test: 0.2}, {seed: 1}], model=[{cell: gru, hiddenSize: 80},"
                + " {cell: lstm}]}");
    assertThat(space.configurations().get(0).data().split())
        .isEqualTo(new SplitSettings(0.7, 0.1, 0.2, 42));
    assertThat(space.configurations().get(3).data().split())
        .isEqualTo(new SplitSettings(0.8, 0.1, 0.1, 1));
    assertThat(space.configurations())
        .extracting(c -> c.model().hiddenSize())
        .containsExactly(80, 128, 80, 128);
  }

  @Test
  void an_axis_that_changes_the_words_to_predict_is_known() {
    for (String axis :
        List.of(
            "minCount: [1, 2]",
            "maxVocabulary: [10, 20]",
            "split.seed: [1, 2]",
            "dialogues: [d.jsonl, [d.jsonl, '*.jsonl']]",
            "data: [{minCount: 3}]")) {
      assertThat(read(ExperimentFolder.DIALOGUES + "sweep: {" + axis + "}").searchSpace())
          .as(axis)
          .matches(space -> !space.targetAxes().isEmpty());
    }
    for (String axis :
        List.of("contextLength: [1, 2]", "contextWithin: [utterance, dialogue]", "cell: [rnn]")) {
      assertThat(read(ExperimentFolder.DIALOGUES + "sweep: {" + axis + "}").searchSpace())
          .as(axis)
          .matches(space -> space.targetAxes().isEmpty());
    }
  }

  @Test
  void the_dialogues_may_come_from_an_axis_alone() {
    Experiment experiment = read("sweep: {dialogues: [d.jsonl, '*.jsonl']}");
    assertThat(experiment.base().data().dialogues()).isEmpty();
    assertThat(experiment.searchSpace().configurations())
        .extracting(config -> config.data().dialogues())
        .containsExactly(List.of("d.jsonl"), List.of("*.jsonl"));
  }

  @Test
  void the_canonical_configuration_has_what_has_an_effect_in_the_order_of_the_file() {
    Configuration canonical = read(LISTING).base().canonical();
    assertThat(canonical.settings().toString())
        .isEqualTo(
            "{task.name=next-word, data.dialogues=d.jsonl, data.contextLength=5,"
                + " data.contextWithin=utterance, data.minCount=2, data.maxVocabulary=20000,"
                + " data.onBadLine=fail, data.split.train=0.8, data.split.validation=0.1,"
                + " data.split.test=0.1, data.split.seed=42, model.embeddingSize=64,"
                + " model.hiddenSize=128, model.layers=1, model.direction=forward, model.cell=lstm,"
                + " model.bias=true, model.forgetBias=1.0, model.initialisation.recurrent=uniform,"
                + " model.attention=none, training.epochs=10, training.batchSize=64,"
                + " training.learningRate=0.001, training.optimizer=adam,"
                + " training.gradientClipping=none, training.truncatedBptt=none,"
                + " training.targets=last, observe.everySteps=10, observe.reachEverySteps=200,"
                + " observe.histogramsEveryEpochs=1}");
    assertThat(canonical.settings().get("model.layers")).isInstanceOf(Long.class);
    assertThat(canonical.settings().get("model.forgetBias")).isInstanceOf(Double.class);
    assertThat(read(LISTING).base().identity().settings())
        .doesNotContainKey("data.dialogues")
        .hasSize(canonical.settings().size() - 1);
  }

  @Test
  void remedies_are_read_in_all_their_forms() {
    TrialConfig config =
        read(ExperimentFolder.DIALOGUES
                + """
                    model:
                      forgetBias: chrono
                      initialisation: {recurrent: orthogonal}
                      attention: dot
                    training:
                      gradientClipping: {globalNorm: 5}
                      truncatedBptt: 3
                      targets: every
                    """)
            .base();
    assertThat(config.model().forgetBias()).isEqualTo(new ForgetBias.Chrono(5));
    assertThat(config.model().recurrentInitialisation())
        .isEqualTo(RecurrentInitialisation.ORTHOGONAL);
    assertThat(config.model().attention()).isEqualTo(Attention.DOT);
    assertThat(config.training().gradientClipping())
        .isEqualTo(new Clipping(Clipping.By.GLOBAL_NORM, 5));
    assertThat(config.training().truncatedBptt()).hasValue(3);
    assertThat(config.training().targets()).isEqualTo(TrainingTargets.EVERY);
    Configuration canonical = config.canonical();
    assertThat(canonical.settings())
        .containsEntry("model.forgetBias", "chrono")
        .containsEntry("training.gradientClipping", "{globalNorm: 5}")
        .containsEntry("training.truncatedBptt", 3L);
    assertThat(TrialConfig.of(canonical, "record")).isEqualTo(config);
  }

  @Test
  void chrono_looks_as_far_back_as_the_context_or_the_task() {
    assertThat(
            read("data: {dialogues: d.jsonl, contextLength: 30}\nmodel: {forgetBias: chrono}")
                .base()
                .model()
                .forgetBias())
        .isEqualTo(new ForgetBias.Chrono(30));
    assertThat(
            read("task: {name: adding, length: 50}\nmodel: {forgetBias: chrono}")
                .base()
                .model()
                .forgetBias())
        .isEqualTo(new ForgetBias.Chrono(50));
  }

  @Test
  void remedies_without_effect_run_once() {
    SearchSpace truncated =
        read(ExperimentFolder.DIALOGUES + "sweep: {truncatedBptt: [none, 4, 5, 100]}")
            .searchSpace();
    assertThat(truncated.configurations())
        .extracting(config -> config.training().truncatedBptt())
        .containsExactly(OptionalInt.empty(), OptionalInt.of(4));
    assertThat(truncated.repeated()).isEqualTo(2);
    assertThat(read("task: adding\nsweep: {targets: [last, every]}").searchSpace().configurations())
        .hasSize(1);
    assertThat(
            read(ExperimentFolder.DIALOGUES + "sweep: {cell: [gru], forgetBias: [1, chrono]}")
                .searchSpace()
                .configurations())
        .hasSize(1);
  }

  @Test
  void one_axis_may_set_whatever_its_values_name() {
    SearchSpace space =
        read(ExperimentFolder.DIALOGUES
                + """
                    model: {cell: rnn}
                    sweep:
                      settings:
                        - {cell: rnn}
                        - {gradientClipping: {value: 0.5}, epochs: 3}
                        - {model: {cell: lstm, layers: 2}, training.targets: every}
                      hiddenSize: [4, 8]
                    """)
            .searchSpace();
    assertThat(space.axisTexts())
        .containsEntry(
            "settings",
            List.of(
                "{cell: rnn}",
                "{gradientClipping: {value: 0.5}, epochs: 3}",
                "{cell: lstm, layers: 2, targets: every}"));
    assertThat(space.sweptSettings())
        .containsExactly(
            "model.cell",
            "training.gradientClipping",
            "training.epochs",
            "model.layers",
            "training.targets",
            "model.hiddenSize");
    assertThat(space.configurations()).hasSize(6);
    TrialConfig last = space.configurations().get(5);
    assertThat(last.model().cell()).isEqualTo(Cell.LSTM);
    assertThat(last.model().layers()).isEqualTo(2);
    assertThat(last.model().hiddenSize()).isEqualTo(8);
    assertThat(last.training().targets()).isEqualTo(TrainingTargets.EVERY);
    assertThat(last.training().epochs()).isEqualTo(10);
    assertThat(space.configurations().get(2).training().epochs()).isEqualTo(3);
  }

  @Test
  void the_axis_of_any_settings_can_be_overridden() {
    SearchSpace space =
        read(
                ExperimentFolder.DIALOGUES + "sweep: {settings: [{cell: rnn}, {layers: 2}]}",
                "sweep.settings=[{attention: dot}]")
            .searchSpace();
    assertThat(space.configurations())
        .singleElement()
        .extracting(config -> config.model().attention())
        .isEqualTo(Attention.DOT);
  }

  @Test
  void every_configuration_comes_back_from_its_canonical_form() {
    SearchSpace space =
        read(ExperimentFolder.DIALOGUES
                + "sweep: {cell: [rnn, lstm, gru], layers: [1, 2], dropout: [0, 0.25],"
                + " nonlinearity: [tanh, relu], bias: [true, false], forgetBias: [1, 2],"
                + " dialogues: [d.jsonl, [d.jsonl, '*.jsonl']]}")
            .searchSpace();
    for (TrialConfig config : space.configurations()) {
      assertThat(TrialConfig.of(config.canonical(), "record.json")).isEqualTo(config);
    }
  }

  @Test
  void overrides_replace_fixed_values_and_axes() {
    Experiment experiment =
        read(
            ExperimentFolder.DIALOGUES
                + """
                training: {epochs: 5}
                sweep: {cell: [rnn, gru], layers: [1, 2], direction: [forward]}
                """,
            "training.epochs=1,sweep.cell=[rnn,lstm],layers=3, sweep.batchSize=[8, 16],seeds=[4,5],"
                + "workers=1,question='a, b',experiment=x");
    assertThat(experiment.name()).isEqualTo("x");
    assertThat(experiment.question()).contains("a, b");
    assertThat(experiment.seeds()).containsExactly(4L, 5L);
    assertThat(experiment.workers()).hasValue(1);
    assertThat(experiment.searchSpace().axisTexts().toString())
        .isEqualTo(
            "{model.cell=[rnn, lstm], model.direction=[forward], training.batchSize=[8, 16]}");
    assertThat(experiment.searchSpace().configurations())
        .allMatch(config -> config.training().epochs() == 1 && config.model().layers() == 3);
  }

  @Test
  void thresholds_of_verdicts_stand_beside_the_settings_of_trials() {
    String yaml = ExperimentFolder.DIALOGUES + "verdict: {vanishing: 1e-4, minimumContext: 5}";
    Experiment experiment = read(yaml, "verdict.exploding=100");
    assertThat(experiment.thresholds()).isEqualTo(new Thresholds(1e-4, 100, 1e-7, 5));
    Experiment standard = read(ExperimentFolder.DIALOGUES);
    assertThat(standard.thresholds()).isEqualTo(Thresholds.STANDARD);
    // So a trial keeps its name, and its record, whatever they are.
    assertThat(experiment.base().identity()).isEqualTo(standard.base().identity());
    assertThat(experiment.base().canonical()).isEqualTo(standard.base().canonical());
  }

  @Test
  void an_override_can_drop_or_replace_the_whole_sweep() {
    String yaml = ExperimentFolder.DIALOGUES + "sweep: {cell: [rnn, gru]}";
    assertThat(read(yaml, "sweep={}").searchSpace().axes()).isEmpty();
    assertThat(read(yaml, "sweep={layers: [1, 2]}").searchSpace().axisTexts().keySet())
        .containsExactly("model.layers");
  }

  @Test
  void an_override_of_a_group_drops_only_the_axes_over_what_it_sets() {
    String yaml =
        ExperimentFolder.DIALOGUES + "sweep: {split: [{seed: 1}, {seed: 2}], cell: [rnn]}";
    assertThat(read(yaml, "data={contextLength: 3}").searchSpace().axisTexts().keySet())
        .containsExactly("data.split", "model.cell");
    assertThat(read(yaml, "data={split: {seed: 3}}").searchSpace().axisTexts().keySet())
        .containsExactly("model.cell");
  }

  @Test
  void an_override_may_give_what_the_file_lacks() {
    assertThat(read("model: {layers: 2}", "dialogues=d.jsonl").base().data().dialogues())
        .containsExactly("d.jsonl");
    assertThat(
            read("data: {dialogues: gone.jsonl}", "data.dialogues=d.jsonl")
                .base()
                .data()
                .dialogues())
        .containsExactly("d.jsonl");
  }
}
