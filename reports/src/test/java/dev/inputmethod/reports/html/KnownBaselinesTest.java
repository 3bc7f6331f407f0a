package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownBaselinesTest {
  private static TrialRecord trial(long seed, double memoryless, double oneMarker) {
    return Samples.completed(
        "lstm-" + seed,
        Samples.configuration("lstm", 1),
        seed,
        Map.of(
            "baseline.validation.memoryless.meanSquaredError", memoryless,
            "baseline.validation.oneMarker.meanSquaredError", oneMarker));
  }

  private static KnownBaselines of(TrialRecord... trials) {
    return KnownBaselines.of(LearnedTask.ADDING, List.of(trials));
  }

  @Test
  void they_have_their_names_words_and_levels() {
    KnownBaselines known = of(trial(1, 0.167, 0.083), trial(2, 0.167, 0.083));

    assertThat(known.memoryless()).contains(0.167);
    assertThat(known.values()).containsExactly(0.167, 0.083);
    assertThat(known.caption()).contains("0.167, remembering nothing; 0.083, remembering one");
  }

  @Test
  void where_trials_disagree_on_the_memoryless_loss_no_other_stands_in_for_it() {
    KnownBaselines known = of(trial(1, 0.167, 0.083), trial(2, 0.2, 0.083));

    assertThat(known.memoryless()).isEmpty();
    assertThat(known.values()).containsExactly(0.083);
  }

  @Test
  void of_nothing_there_is_none() {
    assertThat(of().memoryless()).isEmpty();
    assertThat(of().caption()).isEmpty();
  }
}
