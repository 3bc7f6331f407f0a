package dev.inputmethod.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.yaml.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildFileTest {
  private static final String DIAMOND =
      """
      properties:
        folder: experiments
        pattern: ${folder}/*.yaml
        price: 5$$
      default: all
      targets:
        words:
          process: {include: "${pattern}"}
        sweep:
          description: Train them all
          depends: words
          experiment:
            include: ["${pattern}", "more/${folder}.yaml"]
            exclude: ${folder}/old*.yaml
            set: model.cell=${price}
            workers: 2
        score:
          depends: [words]
          evaluate: {dialogues: "${basedir}/a.jsonl"}
        all:
          depends: [sweep, score]
        tidy:
          clean:
      """;

  @TempDir Path directory;

  @Test
  void dependencies_come_first_and_each_target_once() throws IOException {
    BuildFile build = read(DIAMOND, Map.of());

    assertThat(names(build.plan(List.of()))).containsExactly("words", "sweep", "score", "all");
    assertThat(names(build.plan(List.of("score", "sweep", "tidy"))))
        .containsExactly("words", "score", "sweep", "tidy");
    assertThat(build.targets().get("sweep").description()).contains("Train them all");
    assertThat(build.output()).isEqualTo(directory.resolve("target").resolve("inputmethod"));
  }

  @Test
  void properties_expand_in_every_setting() throws IOException {
    BuildFile build = read(DIAMOND, Map.of());

    assertThat(setting(build, "sweep", "include"))
        .containsExactly("experiments/*.yaml", "more/experiments.yaml");
    assertThat(setting(build, "sweep", "exclude")).containsExactly("experiments/old*.yaml");
    assertThat(setting(build, "sweep", "set")).containsExactly("model.cell=5$");
    assertThat(setting(build, "sweep", "workers")).containsExactly("2");
    assertThat(setting(build, "score", "dialogues")).containsExactly(directory + "/a.jsonl");
  }

  @Test
  void a_property_from_the_command_line_comes_first_and_stays() throws IOException {
    BuildFile build = read(DIAMOND, Map.of("folder", "mine", "output", "results"));

    assertThat(setting(build, "words", "include")).containsExactly("mine/*.yaml");
    assertThat(build.output()).isEqualTo(directory.resolve("results"));
  }

  @Test
  void every_mistake_is_told_with_its_place() {
    assertThat(
            problems(
                """
                propertys: {}
                default: swep
                targets:
                  sweep:
                    depends: [wrods, words]
                    experimnt: {}
                  words:
                    process: {include: "${fodler}/*.yaml", workers: 2}
                    clean:
                  off:
                    report: {style: dark}
                    description: [a]
                  off:
                    clean: ${unclosed
                """))
        .containsExactly(
            "1:1: key 'propertys' is unknown; did you mean 'properties'? (properties, default,"
                + " targets)",
            "2:10: target 'swep' is unknown; did you mean 'sweep'? (sweep, words, off)",
            "5:15: target 'wrods' is unknown; did you mean 'words'? (sweep, words, off)",
            "6:5: key 'experimnt' is unknown; did you mean 'experiment'? (description, depends,"
                + " process, experiment, report, evaluate, predict, clean)",
            "8:24: property 'fodler' is not set; allowed: basedir, output; set it above, or with"
                + " -Dfodler=value",
            "8:44: setting 'workers' is unknown; allowed: include, exclude, set",
            "9:5: a target has one task; make another target for this one",
            "11:14: 'report' takes no settings",
            "12:18: a description is a text, not a list",
            "13:3: 'off' is given twice, first on line 10");
  }

  @Test
  void every_cycle_is_named_where_it_stands_beside_other_mistakes() {
    assertThat(
            problems(
                """
                targets:
                  go: {depends: [a, gone]}
                  a: {depends: b}
                  b: {depends: [c, a]}
                  c: {depends: a}
                  self: {depends: self}
                """))
        .containsExactly(
            "2:21: target 'gone' is unknown; allowed: go, a, b, c, self",
            "3:3: targets depend on each other: a -> b -> c -> a; remove one of the depends",
            "3:3: targets depend on each other: a -> b -> a; remove one of the depends",
            "6:3: targets depend on each other: self -> self; remove one of the depends");
  }

  @Test
  void properties_expand_in_descriptions_and_unset_ones_are_told() throws IOException {
    BuildFile build =
        read("properties: {v: two}\ntargets: {t: {description: 'Train ${v}'}}", Map.of());
    assertThat(build.targets().get("t").description()).contains("Train two");
    assertThat(problems("targets: {t: {description: 'Train ${w}'}}"))
        .singleElement()
        .asString()
        .startsWith("1:28: property 'w' is not set");
  }

  @Test
  void a_brace_left_open_is_told() {
    assertThat(problems("targets: {a: {predict: {prefix: '${x'}}}"))
        .containsExactly("1:33: '${x': '${' without '}'; write '$$' for a dollar");
  }

  @Test
  void a_property_cannot_be_used_before_it_is_set() {
    assertThat(problems("properties: {a: '${b}', b: x}\ntargets: {t: {}}"))
        .singleElement()
        .asString()
        .startsWith("1:17: property 'b' is not set");
  }

  @Test
  void unknown_targets_are_named_with_the_nearest() throws IOException {
    BuildFile build = read(DIAMOND, Map.of());

    assertThatThrownBy(() -> build.plan(List.of("swep", "xyz")))
        .hasMessage(
            "targets: target 'swep' is unknown; did you mean 'sweep'? (words, sweep, score, all,"
                + " tidy)\n"
                + "targets: target 'xyz' is unknown; allowed: words, sweep, score, all, tidy");
  }

  @Test
  void without_a_build_file_the_tasks_are_the_targets() {
    BuildFile build = BuildFile.standard(directory, directory.resolve("out"));

    assertThat(build.targets().keySet()).containsExactlyElementsOf(TaskKind.words());
    assertThatThrownBy(() -> build.plan(List.of())).hasMessageContaining("no target is named");
  }

  @Test
  void empty_and_missing_files_are_told() {
    assertThat(problems("")).contains("1:1: the build file is a map, not nothing");
    assertThat(problems("targets: {}"))
        .containsExactly("1:1: there are no targets; give at least one under 'targets'");
    assertThatThrownBy(() -> BuildFileReader.read(directory.resolve("none.yaml"), Map.of()))
        .hasMessageContaining("no such file");
  }

  private BuildFile read(String yaml, Map<String, String> properties) throws IOException {
    return BuildFileReader.read(
        Files.writeString(directory.resolve("inputmethod.yaml"), yaml), properties);
  }

  private List<String> problems(String yaml) {
    try {
      read(yaml, Map.of());
      return List.of();
    } catch (InvalidInputException e) {
      String prefix = directory.resolve("inputmethod.yaml") + ":";
      return e.problems().stream().map(Problem::toString).map(p -> p.replace(prefix, "")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> names(List<Target> targets) {
    return targets.stream().map(target -> target.name().value()).toList();
  }

  private static List<String> setting(BuildFile build, String target, String setting) {
    return build.targets().get(target).task().orElseThrow().settings().get(setting).stream()
        .map(Located::value)
        .toList();
  }
}
