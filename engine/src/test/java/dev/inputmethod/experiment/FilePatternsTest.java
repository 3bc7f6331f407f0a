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
    String here = FilePatterns.shown(base.toAbsolutePath().normalize());
    assertThat(
            catchThrowable(
                () ->
                    expand("f/*.yaml,e/*.yaml,e/*.yml,gone.yaml,e/,e/note.txt/**/x,e/studie/*/x")))
        .hasMessage(
            String.join(
                "\n",
                "inputmethod.experiments: 'f/*.yaml' matches no file: there is no directory "
                    + here
                    + "/f",
                "inputmethod.experiments: 'e/*.yml' matches no file in "
                    + here
                    + "/e, which contains '01-a.yaml', '01-a.yaml~', '02-b.yaml', 'note.txt'",
                "inputmethod.experiments: there is no file 'gone.yaml' in " + here,
                "inputmethod.experiments: 'e/' is a directory; name the files in it, such as 'e/*'",
                "inputmethod.experiments: 'e/note.txt/**/x' matches no file: "
                    + here
                    + "/e/note.txt is not a directory",
                "inputmethod.experiments: 'e/studie/*/x' matches no file: there is no directory "
                    + here
                    + "/e/studie; did you mean 'studies'?"));
    assertThat(catchThrowable(() -> expand(" , ")))
        .hasMessage("inputmethod.experiments: names no file; give a file or an Ant-style pattern");
  }

  @Test
  void the_nearest_file_is_guessed() {
    assertThat(catchThrowable(() -> expand("e/notes.txt")))
        .hasMessageEndingWith("/e; did you mean 'note.txt'?");
  }

  @Test
  void a_pattern_for_directories_below_says_so_and_tells_no_more_than_five_names()
      throws IOException {
    for (int i = 0; i < 6; i++) {
      Files.writeString(base.resolve("e/studies/deep/" + i), "");
    }
    assertThat(catchThrowable(() -> expand("e/studies/deep/**/*.yml")))
        .hasMessageContaining("matches no file in or under ")
        .hasMessageEndingWith("/e/studies/deep, which contains '0', '1', '2', '3', '4', …");
    assertThat(catchThrowable(() -> expand("e/studies/*")))
        .hasMessageEndingWith("/e/studies, which contains no files");
  }
}
