package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PromptTest {
  private static final PredictionOptions STANDARD = new PredictionOptions(5, 1, 1);

  private final FakePredictor predictor = new FakePredictor();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void each_line_of_a_pipe_is_answered_with_a_line_in_utf8() {
    prompt(STANDARD).pipe(in("我今天\r\n你好吗\n", UTF_8), out);

    assertThat(out.toString(UTF_8))
        .isEqualTo("1. 去 (0.3124)  2. 要 (0.2856)\n1. 去 (0.3124)  2. 要 (0.2856)\n");
    assertThat(predictor.prefixes).containsExactly("我今天", "你好吗");
  }

  @Test
  void quit_ends_it() {
    prompt(STANDARD).pipe(in("我\nquit\n你\n", UTF_8), out);

    assertThat(predictor.prefixes).containsExactly("我");
  }

  @Test
  void a_byte_order_mark_is_no_text() {
    prompt(STANDARD).pipe(in("\uFEFF我\n", UTF_8), out);

    assertThat(predictor.prefixes).containsExactly("我");
  }

  @Test
  void another_encoding_is_refused_rather_than_misread() {
    assertThatThrownBy(() -> prompt(STANDARD).pipe(in("我今天\n", Charset.forName("GBK")), out))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void lines_before_one_that_is_no_text_are_answered() {
    assertThatThrownBy(() -> prompt(STANDARD).pipe(in("a\nb\n\u00ff\nc\n", ISO_8859_1), out))
        .hasMessageContaining("standard input:3");
    assertThat(predictor.prefixes).containsExactly("a", "b");
  }

  @Test
  void a_given_prefix_is_answered_once_without_reading() {
    prompt(new PredictionOptions(1, 1, 1)).run(Optional.of("我"), in("你\n", UTF_8), out);

    assertThat(out.toString(UTF_8)).isEqualTo("1. 去 (0.3124)\n");
    assertThat(predictor.prefixes).containsExactly("我");
    assertThat(predictor.warmUps).isZero();
  }

  @Test
  void who_asks_again_and_again_does_not_wait_for_compilers() {
    prompt(STANDARD).run(Optional.empty(), in("我\n", UTF_8), out);

    assertThat(predictor.warmUps).isEqualTo(1);
    assertThat(predictor.prefixes).containsExactly("我");
  }

  @Test
  void more_than_one_word_is_a_continuation() {
    prompt(new PredictionOptions(5, 3, 2)).run(Optional.of("我"), in("", UTF_8), out);

    assertThat(out.toString(UTF_8)).isEqualTo("1. 去去去 (0.2500)\n");
  }

  private Prompt prompt(PredictionOptions options) {
    return new Prompt(predictor, options);
  }

  private static ByteArrayInputStream in(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }
}
