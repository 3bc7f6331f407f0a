package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @ParameterizedTest
  @CsvSource({
    "0.001, 0.001",
    "1.0E-4, 0.0001",
    "1.0, 1",
    "0.0, 0",
    "100000.0, 100000",
    "1.0E-12, 1E-12",
    "-2.5, -2.5",
    "NaN, NaN"
  })
  void numbers_are_texts_as_a_reader_would_write_them(double value, String text) {
    assertThat(new Configuration(Map.of("a.b", value)).text("a.b")).contains(text);
  }

  @Test
  void settings_are_asked_for_by_type() {
    Configuration settings = Samples.configuration("lstm", 2);
    assertThat(settings.wholeNumber("model.layers")).contains(2L);
    assertThat(settings.wholeNumber("model.cell")).isEmpty();
    assertThat(settings.number("model.layers")).contains(2.0);
    assertThat(settings.number("data.split.train")).contains(0.8);
    assertThat(settings.flag("model.bias")).contains(true);
    assertThat(settings.text("data.dialogues")).contains("data/对话.jsonl, more/*.jsonl");
    assertThat(settings.text("model.nonlinearity")).isEmpty();
  }

  @Test
  void values_of_other_types_are_refused() {
    assertThatThrownBy(() -> new Configuration(Map.of("model.layers", 1)))
        .hasMessageContaining("'model.layers' is a java.lang.Integer");
    assertThatThrownBy(() -> new Configuration(Map.of("a", List.of(List.of()))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_setting_cannot_be_a_group_too() {
    TrialRecord record =
        Samples.completed("a", new Configuration(Map.of("a", 1L, "a.b", 2L)), 1, Map.of());
    assertThatThrownBy(() -> new RecordJson().tree(record)).isInstanceOf(RuntimeException.class);
  }
}
