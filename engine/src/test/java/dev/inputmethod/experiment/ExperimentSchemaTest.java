package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.inputmethod.yaml.CoreType;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import dev.inputmethod.yaml.YamlComposer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The published schema and the reader take and refuse the same files, as far as a schema can say
 * it.
 */
class ExperimentSchemaTest {
  private static final Path ROOT = Path.of("..");

  /** Values that are within or beyond some setting's bounds, or of another type. */
  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-1",
          "2",
          "8",
          "9",
          "10",
          "11",
          "100",
          "101",
          "1000",
          "1001",
          "4096",
          "4097",
          "10000",
          "10001",
          "65536",
          "65537",
          "1000000",
          "1000001",
          "1000000000",
          "1000000001",
          "9007199254740991",
          "9007199254740992",
          "9223372036854775808",
          "0.5",
          "1.0",
          "1e3",
          "0.999",
          "-100",
          "-100.5",
          ".inf",
          "1_000",
          "010",
          "true",
          "False",
          "yes",
          "off",
          "rnn",
          "lstm",
          "RNN",
          "relu",
          "adam",
          "forward",
          "dialogue",
          "skip",
          "d.jsonl",
          "'d.jsonl'",
          "''",
          "' '",
          "'1'",
          "[]",
          "[1]",
          "[d.jsonl]",
          "[d.jsonl, 3]",
          "{}",
          "{a: 1}",
          "none",
          "chrono",
          "'chrono'",
          "every",
          "dot",
          "{globalNorm: 5}",
          "{value: 0.5}",
          "{value: 0}",
          "{value: none}",
          "{value: ~}",
          "{globalNorm: 5, value: 1}",
          "{norm: 5}",
          "~",
          "");

  @TempDir private Path base;

  private final ObjectMapper mapper = new ObjectMapper();

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Experiment.class.getResourceAsStream("experiment.schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }

  @Test
  void a_fixed_value_is_taken_by_both_or_by_neither() throws IOException {
    List<String> files = new ArrayList<>();
    for (Setting setting : SettingTable.STANDARD.settings()) {
      for (String value : VALUES) {
        files.add(nested(setting.path(), value));
      }
    }
    assertAgreement(files);
  }

  @Test
  void a_value_of_an_axis_is_taken_by_both_or_by_neither_under_every_name() throws IOException {
    List<String> files = new ArrayList<>();
    for (String path : SettingTable.STANDARD.names()) {
      for (String name : ExperimentSchema.namesOf(path)) {
        for (String value :
            List.of(
                "1",
                "0.5",
                "rnn",
                "true",
                "adam",
                "d.jsonl",
                "~",
                "{}",
                "[1]",
                "[d.jsonl]",
                "{seed: 1}")) {
          files.add(ExperimentFolder.DIALOGUES + "sweep: {" + name + ": [" + value + "]}");
        }
      }
    }
    for (String sweep :
        List.of(
            "~",
            "{}",
            "[]",
            "3",
            "{cell: []}",
            "{cell: rnn}",
            "{cell: [rnn, rnn]}",
            "{cell: ~}",
            "{cel: [rnn]}",
            "{seed: [1]}",
            "{seeds: [1]}",
            "{workers: [1]}",
            "{split.seed: [1, 2]}",
            "{model: [{cell: rnn}, {cell: gru, layers: 2}]}",
            "{model: [{cell: tree}]}",
            "{model: [{cells: rnn}]}",
            "{gradientClipping: [none, {value: 1}]}",
            "{initialisation: [{recurrent: identity}, {}]}",
            "{settings: [{cell: rnn}, {model.layers: 2, model: {cell: gru}}]}",
            "{settings: [{gradientClipping: {globalNorm: 1}}]}",
            "{settings: [{split.seed: 3}, {seed: 3}]}",
            "{settings: [{cells: rnn}]}",
            "{settings: [{cell: tree}]}",
            "{settings: [{seeds: [1]}]}",
            "{settings: [{}]}",
            "{settings: [~]}",
            "{settings: [rnn]}",
            "{settings: []}",
            "{settings: {cell: rnn}}",
            "{model: [3]}")) {
      files.add(ExperimentFolder.DIALOGUES + "sweep: " + sweep);
    }
    assertAgreement(files);
  }

  @Test
  void the_rest_of_a_file_is_taken_by_both_or_by_neither() throws IOException {
    List<String> files = new ArrayList<>();
    for (String rest :
        List.of(
            "experiment: cells",
            "experiment: 问题.1",
            "experiment: a/b",
            "experiment: .a",
            "experiment: a.",
            "experiment: 3",
            "experiment: ~",
            "experiment: ''",
            "experiment: " + "x".repeat(101),
            "question: why?",
            "question: 3",
            "question: ~",
            "question: ''",
            "question: [a]",
            "verdict: {vanishing: 0.0001, exploding: 100, dead: 0, minimumContext: 5}",
            "verdict: ~",
            "verdict: 1",
            "verdict: {vanishing: 0}",
            "verdict: {minimumContext: 1.5}",
            "verdict: {slope: 1}",
            "workers: 1",
            "workers: 0",
            "workers: 257",
            "workers: two",
            "workers: ~",
            "seeds: [1, 2]",
            "seeds: []",
            "seeds: 1",
            "seeds: [1, 1]",
            "seeds: [-1]",
            "seeds: [a]",
            "seeds: ~",
            "model: ~",
            "model: {}",
            "model: []",
            "model: 3",
            "model: {layer: 1}",
            "models: {}",
            "cell: rnn",
            "data.split: {}",
            "observe: {everySteps: 0}",
            "")) {
      files.add(ExperimentFolder.DIALOGUES + rest);
    }
    files.add("[]");
    files.add("3");
    files.add("");
    assertAgreement(files);
  }

  @Test
  void the_experiments_that_come_with_the_project_are_right() throws IOException {
    JsonSchema schema = schema();
    List<Path> files =
        new FilePatterns(ROOT).expand(List.of("experiments/**/*.yaml"), "experiments");
    assertThat(
            new ExperimentReader(ROOT, Overrides.parse(""))
                .read(List.of("experiments/**/*.yaml"), List.of(), "experiments"))
        .hasSameSizeAs(files);
    for (Path file : files) {
      String yaml = Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8);
      assertThat(schema.validate(json(yaml))).as(file.toString()).isEmpty();
    }
    try (Stream<Path> listed = Files.list(ROOT.resolve("experiments"))) {
      assertThat(listed.filter(file -> file.toString().endsWith(".yaml"))).isNotEmpty();
    }
  }

  private void assertAgreement(List<String> files) throws IOException {
    JsonSchema schema = schema();
    int taken = 0;
    for (String yaml : files) {
      List<String> problems = problems(yaml);
      assertThat(schema.validate(json(yaml)).isEmpty())
          .as("%s%nthe reader says %s", yaml, problems)
          .isEqualTo(problems.isEmpty());
      taken += problems.isEmpty() ? 1 : 0;
    }
    assertThat(taken).isBetween(files.size() / 20, files.size() - 5);
  }

  /** What the reader finds, but for what a schema cannot say. */
  private List<String> problems(String yaml) {
    return new ExperimentFolder(base)
        .with("e.yaml", yaml).problems().stream()
            .filter(problem -> !problem.contains("split sums to"))
            .filter(problem -> !problem.contains("there is no file"))
            .filter(problem -> !problem.contains("is missing"))
            .toList();
  }

  private static String nested(String path, String value) {
    StringBuilder yaml = new StringBuilder();
    List<String> names = List.of(path.split("\\.", -1));
    for (int depth = 0; depth < names.size(); depth++) {
      yaml.append("  ".repeat(depth)).append(names.get(depth)).append(":");
      yaml.append(depth == names.size() - 1 ? " " + value : "").append("\n");
    }
    return yaml.toString();
  }

  private JsonNode json(String yaml) {
    Problems problems = new Problems();
    Optional<Node> node =
        YamlComposer.compose(yaml, (line, column) -> new Mark("json", line, column), problems);
    problems.throwIfAny();
    return mapper.valueToTree(plain(node.orElseThrow()));
  }

  private static @org.jspecify.annotations.Nullable Object plain(Node node) {
    if (node instanceof Node.Sequence sequence) {
      List<Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(plain(item)));
      return items;
    }
    if (node instanceof Node.Mapping mapping) {
      Map<String, Object> entries = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> entries.put(entry.key().text(), plain(entry.value())));
      return entries;
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return switch (scalar.type()) {
      case NULL -> null;
      case BOOLEAN -> CoreType.truth(scalar.text());
      case INTEGER -> CoreType.integer(scalar).orElseThrow();
      case NUMBER -> finite(CoreType.number(scalar).getAsDouble());
      case TEXT -> scalar.text();
    };
  }

  /** JSON has no infinity: a number beyond every bound stands for it. */
  private static double finite(double number) {
    return Double.isFinite(number) ? number : Double.MAX_VALUE;
  }
}
