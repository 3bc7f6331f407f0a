package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  private final Path directory;

  VocabularyTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static WordTable counted(String... words) {
    WordTable table = new WordTable();
    for (String word : words) {
      table.trainingNumber(word);
    }
    return table;
  }

  private static List<String> words(Vocabulary vocabulary) {
    return java.util.stream.IntStream.range(0, vocabulary.size())
        .mapToObj(vocabulary::word)
        .toList();
  }

  @Test
  void the_commonest_words_come_first_and_equal_ones_by_code_point() {
    // U+FF0C is before U+20BB7 as a code point, and behind it as UTF-16.
    Vocabulary vocabulary = counted("𠮷", "，", "b", "a", "好", "好").vocabulary(1, 100, false);
    assertThat(words(vocabulary)).containsExactly("<unk>", "好", "a", "b", "，", "𠮷");
  }

  @Test
  void rare_words_and_those_beyond_the_limit_are_unknown() {
    WordTable table = counted("a", "a", "a", "b", "b", "c", "c", "d");
    assertThat(words(table.vocabulary(2, 100, false))).containsExactly("<unk>", "a", "b", "c");
    assertThat(words(table.vocabulary(1, 3, false))).containsExactly("<unk>", "a", "b");
    assertThat(words(table.vocabulary(1, 3, true))).containsExactly("<unk>", "<sep>", "a");
    assertThat(table.vocabulary(2, 100, false).id("d")).isZero();
  }

  @Test
  void words_of_other_splits_are_not_counted() {
    WordTable table = counted("a");
    table.number("b");
    assertThat(words(table.vocabulary(1, 100, false))).containsExactly("<unk>", "a");
  }

  @Test
  void special_words_are_found_by_no_text() {
    Vocabulary vocabulary = Vocabulary.of(List.of("a"), true);
    assertThat(vocabulary.id("<sep>")).isZero();
    assertThat(vocabulary.isSpecial(0)).isTrue();
    assertThat(vocabulary.isSpecial(1)).isTrue();
    assertThat(vocabulary.isSpecial(2)).isFalse();
  }

  @Test
  void it_is_loaded_as_it_was_saved() throws IOException {
    Path file = directory.resolve("vocabulary.txt");
    Vocabulary saved = Vocabulary.of(List.of("的", "’", "#", "\"", "a", "👍🏽"), true);
    saved.save(file);
    assertThat(Files.readString(file)).isEqualTo("<unk>\n<sep>\n的\n’\n#\n\"\na\n👍🏽\n");
    Vocabulary loaded = Vocabulary.load(file);
    assertThat(words(loaded)).isEqualTo(words(saved));
    assertThat(loaded.scope()).isEqualTo(ContextScope.DIALOGUE);
    assertThat(loaded.id("a")).isEqualTo(6);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_file_that_is_no_vocabulary_is_refused_with_the_line() throws IOException {
    Path file = directory.resolve("vocabulary.txt");
    Files.writeString(file, "a\nb\n");
    assertThatThrownBy(() -> Vocabulary.load(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("vocabulary.txt:1: the first line");
    Files.writeString(file, "<unk>\na\n\na\nb \nc\r\n");
    assertThatThrownBy(() -> Vocabulary.load(file))
        .hasMessageContaining("vocabulary.txt:3: '' is not a word")
        .hasMessageContaining("vocabulary.txt:2: 'a' appears twice")
        .hasMessageContaining("vocabulary.txt:5: 'b ' is not a word")
        .hasMessageContaining("vocabulary.txt:6: 'c\\u000D' is not a word");
    Files.writeString(file, "<unk>\na\nb");
    assertThatThrownBy(() -> Vocabulary.load(file)).hasMessageContaining("truncated");
  }

  @Test
  void words_of_letters_or_ideographs_are_told_from_others() {
    Vocabulary vocabulary = Vocabulary.of(List.of("的", "，", "12", "ok", "👍"), true);
    assertThat(java.util.stream.IntStream.range(0, vocabulary.size()).filter(vocabulary::hasLetter))
        .containsExactly(2, 5);
  }
}
