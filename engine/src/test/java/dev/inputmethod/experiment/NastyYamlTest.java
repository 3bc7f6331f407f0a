package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NastyYamlTest {
  @TempDir private Path base;

  private List<String> problems(String yaml) {
    return problems(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> problems(byte[] bytes) {
    return new ExperimentFolder(base).with("e.yaml", bytes).problems();
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    String yaml = "\uFEFFdata:\r\n  dialogues: d.jsonl\r\nmodel:\r\n  cell: gruu\r\n";
    assertThat(problems(yaml))
        .containsExactly(
            "e.yaml:4:9: cell 'gruu' is unknown; did you mean 'gru'? (rnn, lstm, gru)");
  }

  @Test
  void bytes_that_are_not_utf_8_are_shown_where_they_stand() {
    byte[] bytes = "data:\n  dialogues: 中X.jsonl\n".getBytes(StandardCharsets.UTF_8);
    bytes[6 + 13 + 3] = (byte) 0xB0;
    assertThat(problems(bytes))
        .containsExactly("e.yaml:2:15: is not UTF-8: byte 0xB0 found here; save the file as UTF-8");
    assertThat(problems("data: {}".getBytes(StandardCharsets.UTF_16)))
        .containsExactly("e.yaml:1:1: is not UTF-8: byte 0xFE found here; save the file as UTF-8");
    assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xE4, (byte) 0xB8}))
        .containsExactly("e.yaml:1:4: is not UTF-8: byte 0xE4 found here; save the file as UTF-8");
  }

  @Test
  void control_characters_are_named() {
    assertThat(problems("data:\n  a: \u0007\n"))
        .containsExactly("e.yaml:2:6: character U+0007 is not allowed in YAML; remove it");
  }

  @Test
  void an_empty_file_a_list_and_a_text_are_no_experiment() {
    assertThat(problems(""))
        .containsExactly("e.yaml:1:1: is empty; it needs at least data: {dialogues: …}");
    assertThat(problems("# nothing but this\n")).hasSize(1);
    assertThat(problems("\n- a\n- b\n"))
        .containsExactly(
            "e.yaml:2:1: is a list, not a map (experiment, question, task, data, model,"
                + " training, observe, verdict, workers, sweep, seeds)");
    assertThat(problems("hello")).hasSize(1);
  }

  @Test
  void broken_syntax_is_told_in_plain_words() {
    assertThat(problems("data:\n\tdialogues: d.jsonl\n"))
        .containsExactly("e.yaml:2:1: is not YAML: a tab is not allowed here; use spaces");
    assertThat(problems("data: {dialogues: d.jsonl\nmodel: {}\n"))
        .containsExactly(
            "e.yaml:2:6: is not YAML: the map on line 1 needs ',' or its closing bracket here");
    assertThat(problems("data: [1, 2\n"))
        .containsExactly(
            "e.yaml:2:1: is not YAML: the file ends inside the list on line 1; close it");
    assertThat(problems("question: what: now\n").get(0))
        .startsWith("e.yaml:1:15: is not YAML: ':' is not expected here");
    assertThat(problems("data:\n  dialogues: d\n model:\n   x: 1\n"))
        .containsExactly(
            "e.yaml:3:2: is not YAML: this does not belong to the map or list begun on line 1;"
                + " check the indentation");
    assertThat(problems("data: {}\nmodel\n"))
        .containsExactly(
            "e.yaml:3:1: is not YAML: a key without ':' ends here; write 'key: value'");
    assertThat(problems("question: @x\n"))
        .containsExactly(
            "e.yaml:1:11: is not YAML: no value can begin here; put a text with special characters"
                + " in quotes");
    assertThat(problems("data: {}\n---\ndata: {}\n"))
        .contains("e.yaml:2:1: a second document starts here; only one is allowed");
  }

  @Test
  void nested_aliases_do_not_grow_without_bound() {
    StringBuilder laughs =
        new StringBuilder("question: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for (int i = 1; i < 10; i++) {
      laughs.append("k").append(i).append(": &a").append(i).append(" [");
      laughs.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    assertThat(problems(laughs.toString()))
        .singleElement()
        .asString()
        .matches("e.yaml:6:\\d+: contains more than 100000 values, counting aliases");
  }

  @Test
  void merge_keys_do_not_grow_without_bound() {
    StringBuilder merges = new StringBuilder("k: &a {x: 1, y: 2}\nm:\n");
    for (int i = 0; i < 40_000; i++) {
      merges.append("  - {<<: *a}\n");
    }
    assertThat(problems(merges.toString())).singleElement().asString().contains("100000 values");
  }

  @Test
  void deep_nesting_is_refused() {
    assertThat(problems("question: " + "[".repeat(100_000)))
        .containsExactly("e.yaml:1:60: is nested more than 50 levels deep");
    StringBuilder chain = new StringBuilder("k0: &a0 [x]\n");
    for (int i = 1; i < 80; i++) {
      chain.append("k" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    assertThat(problems(chain.toString()))
        .containsExactly("e.yaml:48:12: is nested more than 50 levels deep");
  }

  @Test
  void an_alias_of_itself_or_of_nothing_is_refused() {
    assertThat(problems("data: &d {dialogues: *d}"))
        .containsExactly("e.yaml:1:22: alias '*d' has no anchor '&d' before it");
  }

  @Test
  void no_tag_constructs_anything() {
    assertThat(problems("data: {dialogues: !!javax.script.ScriptEngineManager [d.jsonl]}"))
        .containsExactly(
            "e.yaml:1:19: tag 'tag:yaml.org,2002:javax.script.ScriptEngineManager' is not allowed;"
                + " write the value without a tag");
    assertThat(problems("data: {dialogues: !x d.jsonl}")).singleElement().asString().contains("!x");
  }

  @Test
  void anchors_aliases_and_merge_keys_are_followed() {
    List<Experiment> read =
        new ExperimentFolder(base)
            .with(
                "e.yaml",
                """
                data: {dialogues: d.jsonl}
                sweep:
                  model:
                    - &small {hiddenSize: 8, layers: 2}
                    - {<<: *small, layers: 3}
                    - {<<: [{cell: gru}, *small], bias: false}
                """)
            .read();
    assertThat(read.get(0).searchSpace().axes().get(0).texts())
        .containsExactly(
            "{hiddenSize: 8, layers: 2}",
            "{layers: 3, hiddenSize: 8}",
            "{bias: false, cell: gru, hiddenSize: 8, layers: 2}");
    assertThat(problems("data: {dialogues: d.jsonl, <<: 3}"))
        .containsExactly("e.yaml:1:32: '<<' takes a map or a list of maps, not '3'");
  }

  @Test
  void a_key_is_a_name_and_is_given_once() {
    assertThat(problems("data: {dialogues: d.jsonl}\n? [a, b]\n: c\ndata: {}\n\"data\": {}\n"))
        .containsExactly(
            "e.yaml:2:3: a key is a name, not a list",
            "e.yaml:4:1: 'data' is given twice, first on line 1",
            "e.yaml:5:1: 'data' is given twice, first on line 1");
  }

  @Test
  void a_file_of_data_is_not_read_as_an_experiment() {
    assertThat(problems("# ".repeat(500_001))).singleElement().asString().contains("1 MB");
  }

  @Test
  void what_cannot_be_printed_is_not_printed() {
    assertThat(problems("data: {dialogues: d.jsonl}\n\"a\\n\\e[31m\\u202Eb\": 1\n").get(0))
        .startsWith("e.yaml:2:1: key 'a\\u000A\\u001B[31m\\u202Eb' is unknown");
    assertThat(problems("x".repeat(1000) + ": 1").get(0)).hasSizeLessThan(300);
  }

  @Test
  void whatever_is_in_a_file_gives_problems_and_no_other_failure() {
    String[] bits = {
      "data",
      "model",
      "sweep",
      "split",
      ": ",
      ":",
      "- ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "\n",
      "\n  ",
      "\n    ",
      "'",
      "\"",
      "&a ",
      "*a",
      "!t ",
      "<<",
      "?",
      "|",
      ">",
      "#",
      "%",
      "@",
      "\\",
      "1",
      ".5",
      "null",
      "cell",
      "rnn",
      "train",
      "~",
      "---",
      "...",
      "\t",
      "\r",
      "中",
      "😀",
      "seeds",
      "dialogues: d.jsonl"
    };
    Random random = new Random(7);
    for (int round = 0; round < 1000; round++) {
      StringBuilder yaml = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        yaml.append(bits[random.nextInt(bits.length)]);
      }
      assertThat(problems(yaml.toString()))
          .as(yaml.toString())
          .allMatch(p -> p.startsWith("e.yaml:"));
    }
  }

  @Test
  void whatever_is_overridden_gives_problems_and_no_other_failure() {
    String[] bits = {
      "=", ",", "[", "]", "{", "}", "'", "\"", ":", " ", "epochs", "sweep.", "sweep", "cell", "rnn",
      "1", "\\", "*a", "&a ", "!t ", "seeds", "data", ".", "~", "\n", "-"
    };
    Random random = new Random(8);
    ExperimentFolder folder = new ExperimentFolder(base).with("e.yaml", ExperimentFolder.DIALOGUES);
    for (int round = 0; round < 1000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(15); i >= 0; i--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      assertThat(folder.overriding(text.toString()).problems())
          .as(text.toString())
          .allMatch(p -> p.startsWith("inputmethod.set: ") || p.startsWith("e.yaml:"));
    }
  }
}
