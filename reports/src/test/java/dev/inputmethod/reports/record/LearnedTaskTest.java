package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedTaskTest {
  private static LearnedTask named(String name) {
    return LearnedTask.of(new Configuration(Map.of("task.name", name)));
  }

  @Test
  void a_configuration_without_a_task_learned_words() {
    assertThat(LearnedTask.of(new Configuration(Map.of()))).isEqualTo(LearnedTask.NEXT_WORD);
  }

  @Test
  void every_task_is_found_by_its_name() {
    for (LearnedTask task : LearnedTask.values()) {
      assertThat(named(task.setting())).isEqualTo(task);
    }
  }

  @Test
  void adding_is_ranked_by_squared_error_and_the_others_by_cross_entropy() {
    assertThat(named("adding").validationMetric()).isEqualTo("validation.meanSquaredError");
    assertThat(named("copy-memory").validationMetric()).isEqualTo("validation.crossEntropy");
  }

  @Test
  void a_figure_says_its_unit_where_it_has_one() {
    assertThat(named("next-word").withUnit("4.1")).isEqualTo("4.1 nats per word");
    assertThat(named("adding").withUnit("0.1")).isEqualTo("0.1");
  }
}
