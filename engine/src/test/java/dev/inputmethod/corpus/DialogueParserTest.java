package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueParserTest {
  private static List<String> parse(String line) throws BadLineException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new DialogueParser().parse(bytes, bytes.length);
  }

  @Test
  void only_the_speakers_prefix_is_stripped_and_later_colons_stay() throws BadLineException {
    assertThat(parse(Dialogues.line("他说：好：的", "时间是10:30"))).containsExactly("他说：好：的", "时间是10:30");
  }

  @ParameterizedTest
  @CsvSource({
    "user1：你好, 你好",
    "user2:你好, 你好",
    "user3：你好, user3：你好",
    "user1 ：你好, user1 ：你好",
    "User1：你好, User1：你好",
    "user1：user2：你好, user2：你好",
    "user1, user1",
    "你好user1：, 你好user1：",
  })
  void what_is_not_exactly_the_prefix_is_text(String utterance, String text) {
    assertThat(DialogueParser.withoutSpeaker(utterance)).isEqualTo(text);
  }

  @Test
  void utterances_that_hold_only_the_prefix_are_dropped() throws BadLineException {
    assertThat(parse("{\"dialog\":[\"user1：\",\"user2：好\",\"\"]}")).containsExactly("好");
  }

  @Test
  void other_keys_are_of_no_interest_whatever_they_hold() throws BadLineException {
    assertThat(parse("{\"x\":{\"dialog\":[1,[2]]},\"dialog\":[\"好\"],\"y\":null}"))
        .containsExactly("好");
  }

  @Test
  void escapes_are_decoded() throws BadLineException {
    assertThat(parse("{\"dialog\":[\"user1\\uFF1A\\u4f60\\n好\"]}")).containsExactly("你\n好");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"topic\":\"x\"} | 'dialog' is missing",
        "{\"dialog\":\"x\"} | 'dialog' is a text, not a list of utterances",
        "{\"dialog\":null} | 'dialog' is null",
        "{\"dialog\":[\"a\",7]} | 'dialog[1]' is a number, not a text",
        "{\"dialog\":[\"a\",[\"b\"]]} | 'dialog[1]' is a list, not a text",
        "{\"dialog\":[],\"dialog\":[]} | 'dialog' is given twice",
        "[1] | this is a list",
        "{\"dialog\":[]} {} | something follows the object",
        "{\"dialog\":[]} x | this is not JSON",
        "{\"dialog\":[\"a\" | this is not JSON",
        "{\"dialog\" | this is not JSON",
        "你好 | this is not JSON",
      })
  void what_is_wrong_with_a_line_is_said(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("{\"dialog\": [")
        .message()
        .doesNotContain("Source");
  }

  @Test
  void bytes_that_are_not_utf8_are_an_error_at_their_column() {
    byte[] bytes = "{\"dialog\":[\"你?\"]}".getBytes(StandardCharsets.UTF_8);
    bytes[15] = (byte) 0xFF;
    assertThatThrownBy(() -> new DialogueParser().parse(bytes, bytes.length))
        .isInstanceOfSatisfying(BadLineException.class, e -> assertThat(e.column()).isEqualTo(14))
        .hasMessageContaining("byte 0xFF is not UTF-8");
  }
}
