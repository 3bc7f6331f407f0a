package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static List<String> lines(byte[] bytes, int limit) throws IOException {
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes), limit);
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      String text = new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8);
      lines.add(reader.number() + (reader.tooLong() ? "!" : ":") + text);
    }
    assertThat(reader.bytesRead()).isEqualTo(bytes.length);
    return lines;
  }

  private static List<String> lines(String text) throws IOException {
    return lines(text.getBytes(StandardCharsets.UTF_8), LineReader.LIMIT);
  }

  @Test
  void lines_end_in_either_way_and_the_last_need_not() throws IOException {
    assertThat(lines("甲\r\n乙\n\n丙")).containsExactly("1:甲", "2:乙", "3:", "4:丙");
    assertThat(lines("甲\n")).containsExactly("1:甲");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_line_and_elsewhere_stays() throws IOException {
    assertThat(lines("\uFEFF甲\n\uFEFF乙")).containsExactly("1:甲", "2:\uFEFF乙");
  }

  @Test
  void a_line_beyond_the_limit_is_cut_and_the_next_one_is_whole() throws IOException {
    assertThat(lines("aaaaaaaaaa\nbbbb\nccccc".getBytes(StandardCharsets.UTF_8), 4))
        .containsExactly("1!aaaa", "2:bbbb", "3!cccc");
  }

  @Test
  void lines_longer_than_the_buffer_are_whole() throws IOException {
    String wide = "长".repeat(100_000);
    assertThat(lines(wide + "\n" + wide)).containsExactly("1:" + wide, "2:" + wide);
  }
}
