package dev.inputmethod.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.DataSettings;
import dev.inputmethod.experiment.ForgetBias;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.RecurrentInitialisation;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.experiment.TrialConfig;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TrialNameTest {
  private static final TrialConfig CONFIG =
      TinySettings.trial(TinySettings.training(3, 0.01, Optimizer.ADAM));

  @Test
  void it_is_readable_and_ends_in_a_hash() {
    assertThat(TrialName.of(CONFIG, 7, "abc")).matches("gru-2x5-seed7-[0-9a-f]{8}");
  }

  @Test
  void it_is_the_same_in_a_locale_with_digits_of_its_own() {
    String name = TrialName.of(CONFIG, 7, "abc");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      assertThat(TrialName.of(CONFIG, 7, "abc")).isEqualTo(name);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void it_tells_what_is_done_against_vanishing_and_exploding_gradients() {
    ModelSettings model =
        new ModelBuilder()
            .nonlinearity(Nonlinearity.RELU)
            .forgetBias(new ForgetBias.Chrono(5))
            .initialisation(RecurrentInitialisation.ORTHOGONAL)
            .attention(Attention.DOT)
            .build();
    TrainingSettings training =
        TinySettings.training(
            CONFIG.training(),
            new Clipping(Clipping.By.VALUE, 1),
            OptionalInt.of(3),
            TrainingTargets.EVERY);
    assertThat(name(model, training))
        .matches(
            "lstm-1x5-orthogonal-chrono-dot-attention-clipped-truncated3-every-seed7-[0-9a-f]{8}");
    assertThat(name(lstm(0), CONFIG.training())).startsWith("lstm-1x5-forget0.0-seed7-");
    assertThat(name(lstm(1), CONFIG.training())).startsWith("lstm-1x5-seed7-");
  }

  private static ModelSettings lstm(double forgetBias) {
    return new ModelBuilder().forgetBias(forgetBias).build();
  }

  private static String name(ModelSettings model, TrainingSettings training) {
    return TrialName.of(
        new TrialConfig(CONFIG.task(), CONFIG.data(), model, training, CONFIG.observe()), 7, "abc");
  }

  @Test
  void everything_that_decides_the_result_changes_it() {
    String name = TrialName.of(CONFIG, 7, "abc");
    assertThat(TrialName.of(CONFIG, 7, "abc")).isEqualTo(name);
    assertThat(hash(TrialName.of(CONFIG, 8, "abc"))).isNotEqualTo(hash(name));
    assertThat(TrialName.of(CONFIG, 7, "abd")).isNotEqualTo(name);
    TrialConfig longer = TinySettings.trial(TinySettings.training(4, 0.01, Optimizer.ADAM));
    assertThat(TrialName.of(longer, 7, "abc")).isNotEqualTo(name);
  }

  @Test
  void where_the_dialogues_lie_does_not_change_it() {
    DataSettings data = CONFIG.data();
    TrialConfig moved =
        new TrialConfig(
            CONFIG.task(),
            new DataSettings(
                List.of("elsewhere/dialogues.jsonl"),
                data.contextLength(),
                data.contextWithin(),
                data.minCount(),
                data.maxVocabulary(),
                data.onBadLine(),
                data.split()),
            CONFIG.model(),
            CONFIG.training(),
            CONFIG.observe());
    assertThat(TrialName.of(moved, 7, "abc")).isEqualTo(TrialName.of(CONFIG, 7, "abc"));
  }

  private static String hash(String name) {
    return name.substring(name.lastIndexOf('-'));
  }
}
