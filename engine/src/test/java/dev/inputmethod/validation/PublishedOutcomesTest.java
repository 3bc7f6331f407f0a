package dev.inputmethod.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedOutcomesTest {
  private final List<TrialRecord> records = new ArrayList<>();

  private PublishedOutcomesTest trial(
      String task, long length, String cell, String metric, double figure) {
    Configuration configuration =
        new Configuration(Map.of("task.name", task, "task.length", length, "model.cell", cell));
    Verdict verdict =
        new Verdict(Verdict.Kind.VANISHING, Optional.empty(), Optional.empty(), "because", "try");
    return with(configuration, Map.of("test." + metric, figure), verdict);
  }

  private PublishedOutcomesTest with(
      Configuration configuration, Map<String, Double> metrics, Verdict verdict) {
    int seed = records.size() + 1;
    records.add(
        new TrialRecord(
            TrialRecord.SCHEMA,
            "trial" + seed,
            "study",
            configuration,
            seed,
            new Outcome.Completed(),
            Optional.empty(),
            metrics,
            Optional.empty(),
            Optional.empty(),
            Optional.of(verdict),
            new Provenance(Map.of(), "", "", "", "", "reference", 1, "", "", 0)));
    return this;
  }

  private String rows() {
    ExperimentRecord experiment =
        new ExperimentRecord(
            ExperimentRecord.SCHEMA,
            "study",
            Optional.empty(),
            "",
            "",
            "",
            Map.of(),
            List.of(),
            List.of(),
            records.stream().map(TrialRecord::trial).toList(),
            0,
            Thresholds.STANDARD);
    return PublishedOutcomes.rows(Comparison.of(experiment, records));
  }

  @Test
  void a_row_has_what_was_reached_beside_what_is_published() {
    trial("adding", 100, "lstm", "meanSquaredError", 0.002);
    trial("adding", 100, "lstm", "meanSquaredError", 0.166);

    assertThat(rows())
        .isEqualTo(
            "| study |  | squared error below 0.01 | 0.0840 ± 0.1160 | 0.0020 … 0.1660 | 1 of 2 |"
                + " 2 vanishing |\n");
  }

  @Test
  void a_plain_network_is_to_fail_at_far_steps_only() {
    trial("adding", 100, "rnn", "meanSquaredError", 0.166);
    trial("adding", 10, "rnn", "meanSquaredError", 0.001);

    assertThat(rows())
        .contains("| length 100 | squared error 0.08 or more")
        .contains("| length 10 | squared error below 0.01")
        .doesNotContain("0 of 1");
  }

  @Test
  void order_is_told_by_gates_and_not_without() {
    trial("temporal-order", 100, "rnn", "accuracy", 0.52);
    trial("temporal-order", 100, "gru", "accuracy", 0.98);

    assertThat(rows().lines())
        .anySatisfy(row -> assertThat(row).contains("| rnn |").contains("1 of 1"))
        .anySatisfy(row -> assertThat(row).contains("| gru |").contains("0 of 1"));
  }

  @Test
  void nobody_is_to_copy_with_a_small_budget() {
    trial("copy-memory", 100, "rnn", "crossEntropy", 2.0794);
    trial("copy-memory", 100, "lstm", "crossEntropy", 1.5);

    assertThat(rows().lines())
        .anySatisfy(row -> assertThat(row).contains("| rnn |").contains("1 of 1"))
        .anySatisfy(row -> assertThat(row).contains("| lstm |").contains("0 of 1"));
  }

  @Test
  void of_a_short_context_the_verdict_is_held_to_what_can_be_known() {
    Configuration words = new Configuration(Map.of("data.contextLength", 5L));
    Verdict wise =
        new Verdict(
            Verdict.Kind.NOT_TESTABLE, Optional.empty(), Optional.empty(), "because", "try");
    Verdict rash =
        new Verdict(Verdict.Kind.HEALTHY, Optional.empty(), Optional.empty(), "because", "try");
    with(words, Map.of("test.crossEntropy", 4.0), wise);
    with(words, Map.of("test.crossEntropy", 4.0), rash);

    assertThat(rows()).contains("1 of 2").contains("1 healthy, 1 not testable");
  }
}
