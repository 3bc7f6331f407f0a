package dev.inputmethod.reports.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationVerdictTest {
  private static ConfigurationVerdict majority(Kind... kinds) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      verdicts.put(
          "trial" + verdicts.size(),
          new Verdict(kind, Optional.empty(), Optional.empty(), "reason", "advice"));
    }
    return ConfigurationVerdict.majority(verdicts).orElseThrow();
  }

  @Test
  void most_seeds_decide_and_are_counted() {
    ConfigurationVerdict verdict = majority(Kind.HEALTHY, Kind.VANISHING, Kind.VANISHING);
    assertThat(verdict.kind()).isEqualTo(Kind.VANISHING);
    assertThat(verdict.words()).isEqualTo("vanishing (2 of 3 seeds)");
    assertThat(verdict.counts()).containsEntry(Kind.HEALTHY, 1).containsEntry(Kind.VANISHING, 2);
    assertThat(verdict.example().kind()).isEqualTo(Kind.VANISHING);
    assertThat(majority(Kind.HEALTHY).words()).isEqualTo("healthy");
  }

  @Test
  void of_equally_many_the_worse_decides() {
    assertThat(majority(Kind.HEALTHY, Kind.SHORT_REACH).kind()).isEqualTo(Kind.SHORT_REACH);
    assertThat(majority(Kind.SHORT_REACH, Kind.EXPLODING).kind()).isEqualTo(Kind.EXPLODING);
    assertThat(ConfigurationVerdict.majority(Map.of())).isEmpty();
  }

  @Test
  void a_longer_context_that_brings_nothing_makes_a_short_reach_vanishing() {
    assertThat(ofLongest(5.0, 5.0)).isEqualTo(Kind.VANISHING);
    assertThat(ofLongest(5.0, 4.0)).isEqualTo(Kind.SHORT_REACH);
  }

  @Test
  void the_nearest_shorter_context_is_compared_with() {
    Comparison comparison = comparison(6.0, 5.0, 4.0);
    ContextGain gain = ContextGain.of(comparison, longest(comparison)).orElseThrow();
    assertThat(gain.shorter()).isEqualTo(20);
    assertThat(gain.gain()).isEqualTo(1.0);
  }

  @Test
  void trials_from_before_verdicts_have_none() {
    TrialRecord failed = Samples.failed("a", Samples.configuration("rnn", 1), 1);
    Comparison comparison =
        Comparison.of(Samples.experiment(List.of(), List.of("a")), List.of(failed));
    assertThat(ConfigurationVerdict.of(comparison, comparison.configurations().get(0))).isEmpty();
  }

  private static Kind ofLongest(double... losses) {
    Comparison comparison = comparison(losses);
    return ConfigurationVerdict.of(comparison, longest(comparison)).orElseThrow().kind();
  }

  private static ConfigurationResult longest(Comparison comparison) {
    return comparison.configurations().stream()
        .filter(it -> it.configuration().wholeNumber("data.contextLength").orElse(0L) == 50)
        .findFirst()
        .orElseThrow();
  }

  /** The last one has 50 words of context, the ones before 20 and 5. */
  private static Comparison comparison(double... losses) {
    long[] lengths = {5, 20, 50};
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < losses.length; i++) {
      Map<String, Object> settings =
          new LinkedHashMap<>(Samples.configuration("rnn", 1).settings());
      settings.put("data.contextLength", lengths[lengths.length - losses.length + i]);
      trials.add(
          Samples.completed(
              "trial" + i,
              new Configuration(settings),
              1,
              Map.of("validation.crossEntropy", losses[i])));
    }
    return Comparison.of(
        Samples.experiment(List.of(), trials.stream().map(TrialRecord::trial).toList()), trials);
  }
}
