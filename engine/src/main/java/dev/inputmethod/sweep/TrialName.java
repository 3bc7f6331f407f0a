package dev.inputmethod.sweep;

import dev.inputmethod.corpus.DataHash;
import dev.inputmethod.corpus.Segmenter;
import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ForgetBias;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.RecurrentInitialisation;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.Implementation;
import dev.inputmethod.reports.record.TrialNameParts;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names trials, such as {@code lstm-2x128-bidirectional-seed1-3fa9c1b2}: a readable description and
 * a hash of everything that decides the result. A trial whose name has a record need not be run
 * again.
 */
public final class TrialName {
  /** Must be raised whenever the same settings give different numbers than before. */
  static final int NUMERICS_VERSION = 7;

  private static final int HASH_DIGITS = 8;

  private TrialName() {}

  /**
   * Returns the name of the trial with a configuration and seed.
   *
   * @param dataHash the SHA-256 of the dialogues; empty if the task generates its own examples
   */
  public static String of(TrialConfig config, long seed, String dataHash) {
    ModelSettings model = config.model();
    String stem =
        String.format(
            Locale.ROOT,
            "%s-%dx%d%s%s",
            word(model.cell()),
            model.layers(),
            model.hiddenSize(),
            model.direction() == Direction.BIDIRECTIONAL ? "-bidirectional" : "",
            remedies(model, config.training()));
    return new TrialNameParts(stem, seed, hash(config, seed, dataHash)).name();
  }

  /** Returns a word for each measure against vanishing and exploding gradients. */
  private static String remedies(ModelSettings model, TrainingSettings training) {
    StringBuilder words = new StringBuilder();
    if (model.cell() == Cell.RNN && model.nonlinearity() == Nonlinearity.RELU) {
      words.append("-relu");
    }
    if (model.recurrentInitialisation() != RecurrentInitialisation.UNIFORM) {
      words.append('-').append(word(model.recurrentInitialisation()));
    }
    if (model.cell() == Cell.LSTM && model.bias()) {
      words.append(word(model.forgetBias()));
    }
    if (model.attention() != Attention.NONE) {
      words.append('-').append(word(model.attention())).append("-attention");
    }
    if (training.gradientClipping().by() != Clipping.By.NOTHING) {
      words.append("-clipped");
    }
    training.truncatedBptt().ifPresent(steps -> words.append("-truncated").append(steps));
    if (training.targets() == TrainingTargets.EVERY) {
      words.append("-every");
    }
    return words.toString();
  }

  private static String word(ForgetBias bias) {
    if (bias instanceof ForgetBias.Fixed fixed) {
      return fixed.bias() == 1 ? "" : "-forget" + fixed.bias();
    }
    return "-" + ForgetBias.CHRONO;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String hash(TrialConfig config, long seed, String dataHash) {
    Map<String, Object> parts = new TreeMap<>(config.identity().settings());
    parts.put("seed", seed);
    parts.put("dataHash", dataHash);
    parts.put("segmenter", Segmenter.id());
    parts.put("kernels", Implementation.of(config.model(), config.training()).word());
    parts.put("numerics", NUMERICS_VERSION);
    StringBuilder text = new StringBuilder();
    parts.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return DataHash.ofText(text.toString()).substring(0, HASH_DIGITS);
  }
}
