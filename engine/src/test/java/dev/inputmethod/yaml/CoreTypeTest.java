package dev.inputmethod.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTypeTest {
  private static Node.Scalar plain(String text) {
    return new Node.Scalar(Mark.option("x"), text, true);
  }

  @Test
  void words_that_yaml_1_1_took_for_truth_values_or_numbers_are_text() {
    for (String text :
        List.of(
            "off",
            "on",
            "yes",
            "No",
            "y",
            "12:30",
            "1_000",
            "0b101",
            "1e",
            "+.",
            "0x",
            "2024-01-01",
            "=",
            "<<",
            "0O7",
            "nan")) {
      assertThat(CoreType.of(text)).as(text).isEqualTo(CoreType.TEXT);
    }
  }

  @Test
  void numbers_are_read_as_yaml_1_2_writes_them() {
    assertThat(CoreType.integer(plain("010"))).contains(BigInteger.TEN);
    assertThat(CoreType.integer(plain("0o10"))).contains(BigInteger.valueOf(8));
    assertThat(CoreType.integer(plain("0xfF"))).contains(BigInteger.valueOf(255));
    assertThat(CoreType.integer(plain("+7"))).contains(BigInteger.valueOf(7));
    assertThat(CoreType.integer(plain("1e2"))).contains(BigInteger.valueOf(100));
    assertThat(CoreType.integer(plain("1.5"))).isEmpty();
    assertThat(CoreType.integer(plain("1e999999999"))).isEmpty();
    assertThat(CoreType.integer(plain(".inf"))).isEmpty();
    assertThat(CoreType.integer(plain("9223372036854775807")))
        .contains(BigInteger.valueOf(Long.MAX_VALUE));
    assertThat(CoreType.number(plain("-.5e-3"))).hasValue(-0.0005);
    assertThat(CoreType.number(plain("1."))).hasValue(1.0);
    assertThat(CoreType.number(plain("-.INF"))).hasValue(Double.NEGATIVE_INFINITY);
    assertThat(CoreType.number(plain("0o17"))).hasValue(15.0);
    assertThat(CoreType.number(plain("0x" + "f".repeat(100)))).hasValue(Double.POSITIVE_INFINITY);
  }

  @Test
  void nothing_and_truth_values_are_known_in_their_spellings() {
    for (String text : List.of("", "~", "null", "Null", "NULL")) {
      assertThat(CoreType.of(text)).isEqualTo(CoreType.NULL);
    }
    for (String text : List.of("true", "False", "TRUE")) {
      assertThat(CoreType.of(text)).isEqualTo(CoreType.BOOLEAN);
    }
    assertThat(new Node.Scalar(Mark.option("x"), "true", false).type()).isEqualTo(CoreType.TEXT);
  }
}
