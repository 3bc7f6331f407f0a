package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePatternsTest {
  @TempDir private Path base;

  @BeforeEach
  void write_files() throws IOException {
    for (String name :
        List.of(
            "e/02-b.yaml",
            "e/01-a.yaml",
            "e/studies/deep/x.yaml",
            "e/01-a.yaml~",
            "e/note.txt",
            "a,b[1].yaml")) {
      Files.createDirectories(base.resolve(name).getParent());
      Files.writeString(base.resolve(name), "");
    }
  }

  private List<String> expand(String commaSeparated) {
    FilePatterns patterns = new FilePatterns(base);
    return patterns.expand(patterns.split(commaSeparated), "inputmethod.experiments").stream()
        .map(FilePatterns::shown)
        .toList();
  }

  @Test
  void a_pattern_finds_files_in_sorted_order_with_slashes() {
    assertThat(expand("e/*.yaml")).containsExactly("e/01-a.yaml", "e/02-b.yaml");
    assertThat(expand("e/**/*.yaml"))
        .containsExactly("e/01-a.yaml", "e/02-b.yaml", "e/studies/deep/x.yaml");
    assertThat(expand("e/0?-*.yaml")).hasSize(2);
    assertThat(expand("**/x.yaml")).containsExactly("e/studies/deep/x.yaml");
    assertThat(expand("e\\studies\\**\\*.yaml")).containsExactly("e/studies/deep/x.yaml");
    assertThat(expand("./e/../e/*.txt")).containsExactly("./e/../e/note.txt");
  }

  @Test
  void several_patterns_give_each_file_once() {
    assertThat(expand("e/02-b.yaml, e/*.yaml,e/studies/../01-a.yaml"))
        .containsExactly("e/01-a.yaml", "e/02-b.yaml");
  }

  @Test
  void a_file_that_exists_is_itself_whatever_its_name() {
    assertThat(expand("a,b[1].yaml")).containsExactly("a,b[1].yaml");
  }

  @Test
  void an_absolute_pattern_is_taken_as_it_is() {
    String absolute = FilePatterns.shown(base.toAbsolutePath());
    assertThat(expand(absolute + "/e/*.yaml"))
        .containsExactly(absolute + "/e/01-a.yaml", absolute + "/e/02-b.yaml");
    assertThat(expand(base.toAbsolutePath().resolve("e").resolve("note.txt").toString()))
        .hasSize(1);
  }

  @Test
  void excludes_are_left_out() {
    FilePatterns patterns = new FilePatterns(base);
    String absolute = FilePatterns.shown(base.toAbsolutePath().normalize());
    assertThat(
            patterns.expand(
                List.of("e/**/*.yaml"), List.of("e/studies/**", absolute + "/e/02*"), "-e"))
        .extracting(FilePatterns::shown)
        .containsExactly("e/01-a.yaml");
    assertThat(
            catchThrowable(() -> patterns.expand(List.of("e/*.yaml"), List.of("**/*.yaml"), "-e")))
        .hasMessage("-e: every file that matches is excluded");
  }

  @Test
  void every_pattern_that_matches_nothing_is_a_problem() {
    String where = " (looked from " + FilePatterns.shown(base.toAbsolutePath().normalize()) + ")";
    assertThat(catchThrowable(() -> expand("f/*.yaml,e/*.yaml,e/*.yml,gone.yaml,e/,/nowhere/*/x")))
        .hasMessage(
            String.join(
                "\n",
                "inputmethod.experiments: 'f/*.yaml' matches no file" + where,
                "inputmethod.experiments: 'e/*.yml' matches no file" + where,
                "inputmethod.experiments: there is no file 'gone.yaml'" + where,
                "inputmethod.experiments: 'e/' is a directory; name the files in it, such as"
                    + " 'e/*'",
                "inputmethod.experiments: '/nowhere/*/x' matches no file" + where));
    assertThat(catchThrowable(() -> expand(" , ")))
        .hasMessage("inputmethod.experiments: names no file; give a file or an Ant-style pattern");
  }
}
