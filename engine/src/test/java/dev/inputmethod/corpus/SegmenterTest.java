package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SegmenterTest {
  private static Segmenter segmenter;

  @BeforeAll
  static void load() {
    segmenter = Segmenter.load();
  }

  @Test
  void punctuation_marks_are_words() {
    assertThat(segmenter.words("我今天去北京，明天回来。"))
        .containsExactly("我", "今天", "去", "北京", "，", "明天", "回来", "。");
  }

  @Test
  void white_space_is_no_word_and_ends_one() {
    assertThat(segmenter.words(" 今天\u3000去 \t北\n京\u00A0")).containsExactly("今天", "去", "北", "京");
    assertThat(segmenter.words(" \n")).isEmpty();
    assertThat(segmenter.words("")).isEmpty();
  }

  @Test
  void what_is_not_seen_never_gets_into_a_word() {
    assertThat(segmenter.words("今天\u0000去\u2028北京\u202E吗\uFEFF\u001B\uD800好"))
        .containsExactly("今天", "去", "北京", "吗", "好");
  }

  @Test
  void a_text_that_spells_a_special_word_is_taken_apart() {
    assertThat(segmenter.words("<unk>和<sep>"))
        .containsExactly("<", "unk", ">", "和", "<", "sep", ">");
  }

  @Test
  void chinese_and_english_may_be_mixed() {
    assertThat(segmenter.words("用iPhone 12拍的")).containsExactly("用", "iPhone", "12", "拍", "的");
  }

  @Test
  void characters_of_several_chars_stay_whole() {
    assertThat(segmenter.words("很好👍🏽")).endsWith("👍🏽");
    assertThat(segmenter.words("𠮷野家").get(0)).isEqualTo("𠮷");
  }

  @Test
  void very_long_texts_are_segmented_in_pieces_without_losing_a_character() {
    String sentence = "我今天去北京，明天回来";
    String text = sentence.repeat(10_000);
    List<String> words = segmenter.words(text);
    assertThat(String.join("", words)).isEqualTo(text);
    assertThat(words).startsWith("我", "今天", "去", "北京", "，", "明天", "回来");
    assertThat(words).hasSizeBetween(70_000 - 10_000, 71_000);
  }

  @Test
  void a_word_that_is_data_is_cut() {
    assertThat(segmenter.words("x".repeat(5_000)))
        .allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(64));
  }

  @Test
  void any_text_comes_back_whole_but_for_its_gaps() {
    int[] alphabet = "我今天去𠮷👍🏽❤\uFE0F\u200D👩a1<>unk sep \n。,é\u0301".codePoints().toArray();
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      List<String> words = segmenter.words(text.toString());
      assertThat(String.join("", words)).isEqualTo(text.toString().replaceAll("[ \\n]", ""));
      assertThat(words)
          .allSatisfy(
              word -> {
                assertThat(word).isNotEmpty().isNotEqualTo("<unk>").isNotEqualTo("<sep>");
                assertThat(
                        word.codePoints()
                            .noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                    .isTrue();
              });
    }
  }

  @Test
  void its_id_names_the_version_of_hanlp() {
    assertThat(Segmenter.id()).matches("hanlp-portable-1\\.8\\.\\d+-viterbi-\\d+");
  }
}
