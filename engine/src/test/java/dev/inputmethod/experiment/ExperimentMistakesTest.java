package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.yaml.Problems;
import dev.inputmethod.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentMistakesTest {
  @TempDir private Path base;

  private List<String> problems(String yaml) {
    return new ExperimentFolder(base).with("e.yaml", yaml).problems();
  }

  private List<String> overriding(String overrides) {
    return new ExperimentFolder(base)
        .with("e.yaml", ExperimentFolder.DIALOGUES + "sweep: {cell: [rnn, gru]}")
        .overriding(overrides)
        .problems();
  }

  private static String under(Path base) {
    return FilePatterns.shown(base.toAbsolutePath().normalize());
  }

  @Test
  void every_mistake_of_a_file_is_told_at_once() {
    List<String> problems =
        new ExperimentFolder(base)
            .with(
                "experiments/cells.yaml",
                """
                experiment: a/b
                question:
                data:
                  dialogues: data/*.jsonl
                  contextLength: 0
                  contextWithin: sentence
                  minCount: two
                  maxVocabulary: 1e9
                  onBadLine: off
                  split: {train: 0.8, validation: 0.1, test: 0.2}
                model:
                  cell: gruu
                  hiddenSize: [64, 128]
                  layer: 2
                  bias: yes
                  dropout: 1
                  cell: gru
                  forgetBias: "1"
                  epochs: 3
                training:
                  learningRate: .nan
                  optimizer:
                  batchSize: 1_000
                  epochs: 99999999999999999999999999999999999999999999999
                observe: often
                workers: 0
                sweep:
                  layers: []
                  direction: [forward, forward]
                  model.layers: [1, 2]
                  seeds: [1, 2]
                  seed: [1, 2]
                  batchsize: 3
                  epochs: 3
                  optimizer: [adam, adm]
                seeds: [1, 2, 1, -1, 1.5]
                sweeps: {}
                """)
            .problems();
    assertThat(problems)
        .containsExactly(
            "experiments/cells.yaml:1:13: experiment 'a/b' is not a plain file name; use letters,"
                + " digits, '.', '_' and '-'",
            "experiments/cells.yaml:2:10: question has no value; it takes a text",
            "experiments/cells.yaml:4:14: dialogues: 'data/*.jsonl' matches no file: there is no"
                + " directory "
                + under(base)
                + "/data",
            "experiments/cells.yaml:5:18: contextLength 0 is not allowed; it takes a whole number"
                + " from 1 to 1000",
            "experiments/cells.yaml:6:18: contextWithin 'sentence' is unknown; allowed:"
                + " utterance, dialogue",
            "experiments/cells.yaml:7:13: minCount is 'two'; it takes a whole number from 1 to"
                + " 1000000000",
            "experiments/cells.yaml:8:18: maxVocabulary 1e9 is not allowed; it takes a whole number"
                + " from 3 to 1000000",
            "experiments/cells.yaml:9:14: onBadLine 'off' is unknown; allowed: fail, skip",
            "experiments/cells.yaml:10:18: split sums to 1.1, not 1: train 0.8, validation 0.1,"
                + " test 0.2",
            "experiments/cells.yaml:12:9: cell 'gruu' is unknown; did you mean 'gru'? (rnn, lstm,"
                + " gru)",
            "experiments/cells.yaml:13:15: hiddenSize is a list; it takes a whole number from 1 to"
                + " 4096; several values go under sweep",
            "experiments/cells.yaml:14:3: key 'layer' is unknown; did you mean 'layers'?"
                + " (embeddingSize, hiddenSize, layers, direction, cell, nonlinearity, bias,"
                + " forgetBias, dropout, initialisation, attention)",
            "experiments/cells.yaml:15:9: bias 'yes' is unknown; did you mean 'true'? (true,"
                + " false)",
            "experiments/cells.yaml:16:12: dropout 1 is not allowed; it takes a number from 0 to"
                + " below 1",
            "experiments/cells.yaml:17:3: 'cell' is given twice, first on line 12",
            "experiments/cells.yaml:18:15: forgetBias is the text '1'; it takes chrono, or a number"
                + " from -100 to 100, without quotes",
            "experiments/cells.yaml:19:3: key 'epochs' is unknown here; it belongs under training",
            "experiments/cells.yaml:21:17: learningRate .nan is not allowed; it takes a number"
                + " above 0 and at most 10",
            "experiments/cells.yaml:22:13: optimizer has no value; it takes adam, rmsprop, sgd",
            "experiments/cells.yaml:23:14: batchSize is '1_000'; it takes a whole number from 1 to"
                + " 65536",
            "experiments/cells.yaml:24:11: epochs 99999999999999999999999999999999999999999999999"
                + " is not allowed; it takes a whole number from 1 to 10000",
            "experiments/cells.yaml:25:10: observe is 'often', not a map (everySteps,"
                + " reachEverySteps, histogramsEveryEpochs)",
            "experiments/cells.yaml:26:10: workers 0 is not allowed; it takes a whole number from"
                + " 1 to 256",
            "experiments/cells.yaml:28:11: axis model.layers has no value; give at least one, or"
                + " remove it",
            "experiments/cells.yaml:29:24: axis model.direction has the value forward twice",
            "experiments/cells.yaml:30:3: 'model.layers' is an axis already (model.layers, line"
                + " 28)",
            "experiments/cells.yaml:31:3: 'seeds' is a top-level key and cannot be swept",
            "experiments/cells.yaml:32:3: 'seed' is ambiguous: use seeds (top level) or"
                + " data.split.seed",
            "experiments/cells.yaml:33:3: setting 'batchsize' is unknown; did you mean"
                + " 'batchSize'?",
            "experiments/cells.yaml:34:11: axis training.epochs is '3'; it takes a list of values"
                + " in [ ]",
            "experiments/cells.yaml:35:21: optimizer 'adm' is unknown; did you mean 'adam'? (adam,"
                + " rmsprop, sgd)",
            "experiments/cells.yaml:36:15: seed 1 is listed twice",
            "experiments/cells.yaml:36:18: seed -1 is not allowed; it takes a whole number from 0"
                + " to 9007199254740991",
            "experiments/cells.yaml:36:22: seed 1.5 is not allowed; it takes a whole number from 0"
                + " to 9007199254740991",
            "experiments/cells.yaml:37:1: key 'sweeps' is unknown; did you mean 'sweep'?"
                + " (experiment, question, task, data, model, training, observe, verdict, workers,"
                + " sweep, seeds)");
  }

  @Test
  void the_mistakes_of_all_files_and_of_the_overrides_are_told_together() {
    List<String> problems =
        new ExperimentFolder(base)
            .with("a.yaml", ExperimentFolder.DIALOGUES + "model: {cell: x}")
            .with("b.yaml", ExperimentFolder.DIALOGUES + "experiment: A")
            .with("c.yaml", "data: [")
            .overriding("epoch=3,cell=y")
            .problems();
    assertThat(problems)
        .containsExactly(
            "a.yaml:2:15: cell 'x' is unknown; allowed: rnn, lstm, gru",
            "inputmethod.set: setting 'epoch' is unknown; did you mean 'epochs'?",
            "inputmethod.set: cell 'y' is unknown; allowed: rnn, lstm, gru",
            "b.yaml:2:13: experiment 'A' has the name of a.yaml; names must differ in more than"
                + " upper and lower case",
            "c.yaml:1:8: is not YAML: the file ends inside a list or map in brackets on line"
                + " 1; close it");
  }

  @Test
  void a_file_without_dialogues_says_so() {
    assertThat(problems("model: {layers: 2}"))
        .containsExactly(
            "e.yaml:1:1: data.dialogues is missing; name a file or Ant-style patterns of"
                + " dialogues");
  }

  @Test
  void a_task_that_makes_its_own_examples_refuses_data() {
    assertThat(
            new ExperimentFolder(base)
                .with("a.yaml", "task: adding\ndata: {contextLength: 7}\n")
                .with("b.yaml", "task: copy-memory\nsweep: {minCount: [1, 2]}\n")
                .with("c.yaml", "task: {name: adding, length: 5}\n")
                .with("d.yaml", "task: ading\n")
                .with("e.yaml", "task: [adding]\n")
                .with("f.yaml", "sweep: {task: [adding, next-word]}\n")
                .problems())
        .containsExactly(
            "a.yaml:2:23: data is given, but task 'adding' generates its own examples; remove data, or"
                + " choose task: next-word",
            "b.yaml:2:9: data is given, but task 'copy-memory' generates its own examples; remove data,"
                + " or choose task: next-word",
            "c.yaml:1:30: length 5 is not allowed; it takes a whole number from 10 to 10000",
            "d.yaml:1:7: name 'ading' is unknown; did you mean 'adding'? (next-word, adding,"
                + " temporal-order, copy-memory)",
            "e.yaml:1:1: data.dialogues is missing; name a file or Ant-style patterns of dialogues",
            "e.yaml:1:7: task is a list, not a map (name, length, examples, validationExamples)",
            "f.yaml:1:1: data.dialogues is missing; name a file or Ant-style patterns of"
                + " dialogues");
  }

  @Test
  void a_target_at_every_word_does_not_go_with_reading_both_ways() {
    String message =
        "targets every does not go with direction bidirectional: the backward half would have read"
            + " the words to predict; write targets: last or direction: forward";
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "model: {direction: bidirectional}\ntraining: {targets: every}"))
        .containsExactly("e.yaml:3:21: " + message);
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "training: {targets: every}\nsweep: {direction: [forward, bidirectional]}"))
        .containsExactly("e.yaml:2:21: " + message);
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "sweep:\n  model: [{direction: bidirectional}, {cell: rnn}]\n"
                    + "  targets: [last, every]"))
        .containsExactly("e.yaml:4:19: " + message);
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "sweep: {settings: [{direction: bidirectional}, {targets: every}]}"))
        .isEmpty();
  }

  @Test
  void wrong_remedies_are_told_with_what_is_allowed() {
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + """
                    model:
                      forgetBias: crono
                      initialisation: {recurent: identity}
                      attention: dots
                    training:
                      gradientClipping: {globalnorm: 5}
                      truncatedBptt: 0
                    """))
        .containsExactly(
            "e.yaml:3:15: forgetBias is 'crono'; it takes chrono, or a number from -100 to 100",
            "e.yaml:4:20: key 'recurent' is unknown; did you mean 'recurrent'? (recurrent)",
            "e.yaml:5:14: attention 'dots' is unknown; did you mean 'dot'? (none, additive, dot)",
            "e.yaml:7:22: key 'globalnorm' is unknown; did you mean 'globalNorm'? (globalNorm,"
                + " value)",
            "e.yaml:8:18: truncatedBptt 0 is not allowed; it takes a whole number from 1 to 10000");
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "training: {gradientClipping: {globalNorm: 5, value: 1}}"))
        .containsExactly(
            "e.yaml:2:30: gradientClipping has 2 entries; it takes none, or {globalNorm: x}, or"
                + " {value: x} with x a number above 0 and at most 1000000");
  }

  @Test
  void wrong_values_of_the_axis_of_any_settings_are_told() {
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + """
                    sweep:
                      settings:
                        - rnn
                        - {cell: tree}
                        - {seeds: [1]}
                        - {cell: rnn, model.cell: gru}
                        - {layers: 2}
                        - {layers: 2}
                    """))
        .containsExactly(
            "e.yaml:4:7: a value of axis settings is 'rnn'; it takes a map of settings,"
                + " such as {cell: rnn, epochs: 3}",
            "e.yaml:5:14: cell 'tree' is unknown; allowed: rnn, lstm, gru",
            "e.yaml:6:8: 'seeds' is a top-level key and cannot be swept",
            "e.yaml:7:19: 'model.cell' is set twice; keep one",
            "e.yaml:9:7: axis settings has the value {layers: 2} twice");
    assertThat(problems("sweep: {settings: [{cell: rnn}]}"))
        .singleElement()
        .asString()
        .contains("data.dialogues is missing");
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "sweep: {cell: [rnn], settings: [{layers: 2}, {cell: gru}]}"))
        .singleElement()
        .asString()
        .contains("a setting belongs to one axis");
  }

  @Test
  void a_setting_belongs_to_one_axis() {
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "sweep:\n  cell: [rnn]\n  model: [{cell: gru}, {layers: 2}]\n"))
        .containsExactly(
            "e.yaml:4:3: axis model sets model.cell, as axis model.cell (line 3) does; a setting"
                + " belongs to one axis");
  }

  @Test
  void values_that_come_out_equal_over_the_defaults_are_repeated() {
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "sweep:\n  split: [{seed: 42}, {train: 0.8}]\n  layers: [1, 1.0, 0x1]\n"))
        .containsExactly(
            "e.yaml:3:23: axis data.split has the value {train: 0.8} twice",
            "e.yaml:4:15: axis model.layers has the value 1 twice",
            "e.yaml:4:20: axis model.layers has the value 1 twice");
  }

  @Test
  void shares_are_summed_for_every_combination_of_axes() {
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "sweep:\n  split.train: [0.8, 0.7]\n  split.test: [0.1, 0.2]\n"))
        .containsExactly(
            "e.yaml:4:16: split sums to 0.9, not 1: train 0.7, validation 0.1, test 0.1",
            "e.yaml:4:21: split sums to 1.1, not 1: train 0.8, validation 0.1, test 0.2");
    assertThat(problems(ExperimentFolder.DIALOGUES + "sweep: {split: [{train: 0.5}, {test: x}]}"))
        .containsExactly(
            "e.yaml:2:17: split sums to 0.7, not 1: train 0.5, validation 0.1, test 0.1",
            "e.yaml:2:38: test is 'x'; it takes a number from 0 to below 1");
  }

  @Test
  void a_wrong_split_does_not_matter_where_an_axis_mends_it() {
    assertThat(
            problems(
                "data: {dialogues: d.jsonl, split: {train: 0.5}}\n"
                    + "sweep: {split: [{validation: 0.4}, {train: 0.8}]}"))
        .isEmpty();
  }

  @Test
  void a_sweep_too_large_to_end_is_refused() {
    String many = java.util.stream.IntStream.rangeClosed(1, 200).boxed().toList().toString();
    assertThat(
            problems(
                ExperimentFolder.DIALOGUES
                    + "sweep:\n  hiddenSize: "
                    + many
                    + "\n  epochs: "
                    + many))
        .containsExactly(
            "e.yaml:4:3: the sweep has more than 10000 combinations; shorten its axes");
  }

  @Test
  void a_number_where_a_text_belongs_needs_quotes() {
    assertThat(problems(ExperimentFolder.DIALOGUES + "experiment: 2024\nquestion: true"))
        .containsExactly(
            "e.yaml:2:13: experiment 2024 is not a text; put it in quotes: \"2024\"",
            "e.yaml:3:11: question true is not a text; put it in quotes: \"true\"");
  }

  @Test
  void names_that_some_system_cannot_hold_are_refused() {
    for (String name :
        List.of(
            "a b",
            ".hidden",
            "end.",
            "con",
            "NUL.txt",
            "COM1",
            "index.html",
            "worker-1.log",
            "a\\\\b",
            "..",
            "x".repeat(101),
            "字".repeat(86))) {
      assertThat(problems(ExperimentFolder.DIALOGUES + "experiment: \"" + name + "\""))
          .as(name)
          .singleElement()
          .asString()
          .startsWith("e.yaml:2:13: experiment '");
    }
    for (String name : List.of("a", "first-sweep_1.0", "输入法", "console", "x".repeat(100))) {
      assertThat(problems(ExperimentFolder.DIALOGUES + "experiment: \"" + name + "\""))
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void a_file_whose_own_name_is_no_plain_name_says_so() {
    assertThat(
            new ExperimentFolder(base).with("my cells.yaml", ExperimentFolder.DIALOGUES).problems())
        .containsExactly(
            "my cells.yaml:1:1: experiment 'my cells' is not a plain file name; use letters,"
                + " digits, '.', '_' and '-'; it is the file's name: give another under"
                + " experiment:");
  }

  @Test
  void a_missing_file_is_named() {
    Problems problems = new Problems();

    assertThat(SourceText.read(base.resolve("gone.yaml"), "sub/gone.yaml", problems)).isEmpty();
    assertThatThrownBy(problems::throwIfAny).hasMessage("sub/gone.yaml: no such file");
  }

  @Test
  void a_wrong_override_names_the_option() {
    assertThat(overriding("epochs"))
        .containsExactly(
            "inputmethod.set: 'epochs' sets nothing; write name=value, and put a value with a comma"
                + " in quotes or brackets");
    assertThat(overriding("epochs=1,,layers=1")).hasSize(1);
    assertThat(overriding("sweep.cell=rnn"))
        .containsExactly(
            "inputmethod.set: axis model.cell is 'rnn'; it takes a list of values in [ ]");
    assertThat(overriding("sweep.cell=[rnn,rnn]"))
        .containsExactly("inputmethod.set: axis model.cell has the value rnn twice");
    assertThat(overriding("layers=[1"))
        .containsExactly(
            "inputmethod.set: the value of 'layers' is not YAML: the file ends inside the list;"
                + " close it");
    assertThat(overriding("question=a\u0007"))
        .containsExactly(
            "inputmethod.set: in the value of 'question': contains character U+0007, which YAML"
                + " does not allow");
    assertThat(overriding("question='a"))
        .containsExactly("inputmethod.set: a quote (') is not closed");
    assertThat(overriding("epochs=1,training.epochs=2"))
        .containsExactly("inputmethod.set: 'training.epochs' is set twice; keep one");
    assertThat(overriding("cell=rnn,sweep.cell=[gru]"))
        .containsExactly("inputmethod.set: 'model.cell' is set twice; keep one");
    assertThat(overriding("split.train=0.7"))
        .containsExactly(
            "inputmethod.set: split sums to 0.9, not 1: train 0.7, validation 0.1, test 0.1");
    assertThat(overriding("seed=3")).hasSize(1);
    assertThat(overriding("sweep.seeds=[3]")).hasSize(1);
    assertThat(overriding("dialogues=gone.jsonl"))
        .containsExactly(
            "inputmethod.set: dialogues: there is no file 'gone.jsonl' in " + under(base));
  }

  @Test
  void a_pattern_that_matches_nothing_is_told_beside_the_mistakes_of_every_file() {
    ExperimentFolder folder =
        new ExperimentFolder(base)
            .with("experiments/one.yaml", ExperimentFolder.DIALOGUES + "seeds: []\n")
            .with(
                "experiments/two.yaml",
                "data:\n  dialogues: [d.jsonl, d.json]\nmodel: {cell: gruu}\n")
            .overriding("epochs=0");
    assertThat(folder.problems("experimets/*.yaml", "experiments/*.yaml", "experiments/*.yml"))
        .containsExactly(
            "inputmethod.experiments: 'experimets/*.yaml' matches no file: there is no directory "
                + under(base)
                + "/experimets; did you mean 'experiments'?",
            "inputmethod.experiments: 'experiments/*.yml' matches no file in "
                + under(base)
                + "/experiments, which contains 'one.yaml', 'two.yaml'",
            "experiments/one.yaml:2:8: seeds is an empty list; it takes at least one",
            "inputmethod.set: epochs 0 is not allowed; it takes a whole number from 1 to 10000",
            "experiments/two.yaml:2:14: dialogues: there is no file 'd.json' in "
                + under(base)
                + "; did you mean 'd.jsonl'?",
            "experiments/two.yaml:3:15: cell 'gruu' is unknown; did you mean 'gru'? (rnn, lstm,"
                + " gru)");
  }

  @Test
  void a_vocabulary_without_room_for_a_word_is_refused() {
    assertThat(overriding("maxVocabulary=3")).isEmpty();
    assertThat(overriding("maxVocabulary=2"))
        .containsExactly(
            "inputmethod.set: maxVocabulary 2 is not allowed; it takes a whole number from 3 to"
                + " 1000000");
  }

  @Test
  void a_fixed_override_takes_its_setting_out_of_the_sweep_but_not_out_of_a_map() {
    assertThat(overriding("cell=lstm")).isEmpty();
    assertThat(overriding("model={cell: lstm}")).isEmpty();
    assertThat(
            new ExperimentFolder(base)
                .with(
                    "e.yaml",
                    ExperimentFolder.DIALOGUES + "sweep: {model: [{cell: rnn}, {cell: gru}]}")
                .overriding("cell=lstm")
                .problems())
        .containsExactly(
            "inputmethod.set: 'model.cell' is set by the axis 'model' of the file; override"
                + " sweep.model instead");
  }

  @Test
  void an_unknown_or_misused_setting_in_a_record_is_named() {
    var stored = new java.util.LinkedHashMap<String, Object>();
    stored.put("model.memory", "long");
    stored.put("model.layers", 1.5);
    stored.put("model.hiddenSize", 99_999_999_999L);
    stored.put("training.learningRate", -0.5);
    stored.put("model.cell", "tree");
    stored.put("training.truncatedBptt", "some");
    stored.put("training.gradientClipping", "{globalNorm: five}");
    stored.put("model.forgetBias", "open");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    TrialConfig.of(
                        new dev.inputmethod.reports.record.Configuration(stored), "record.json")))
        .hasMessage(
            """
            record.json: setting 'model.memory' is unknown to this version
            record.json: model.layers '1.5' is not a whole number from 1 to 8
            record.json: model.hiddenSize '99999999999' is not a whole number from 1 to 4096
            record.json: training.learningRate '-0.5' is not a number above 0 and at most 10
            record.json: model.cell 'tree' is not one of rnn, lstm, gru
            record.json: training.truncatedBptt 'some' is not a whole number from 1 to 10000
            record.json: training.gradientClipping '{globalNorm: five}' is not none, or {globalNorm:\
             x}, or {value: x} with x a number above 0 and at most 1000000
            record.json: model.forgetBias 'open' is not a number from -100 to 100""");
  }
}
