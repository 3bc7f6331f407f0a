package dev.inputmethod.sweep;

import dev.inputmethod.corpus.DataHash;
import dev.inputmethod.corpus.Segmenter;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.NextWordModel;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trial's name, such as {@code lstm-2x128-bidirectional-seed1-3fa9c1b2}: readable, and ending in
 * a hash of all that decides its result. Same name, same result: nothing to run again.
 */
public final class TrialName {
  /** To be raised whenever the same settings give other numbers. */
  static final int NUMERICS_VERSION = 4;

  private static final int HASH_DIGITS = 8;

  private TrialName() {}

  /**
   * The name of one configuration and seed.
   *
   * @param dataHash SHA-256 of the dialogues; empty where the trial makes its own examples
   */
  public static String of(TrialConfig config, long seed, String dataHash) {
    ModelSettings model = config.model();
    return "%s-%dx%d%s-seed%d-%s"
        .formatted(
            model.cell().name().toLowerCase(Locale.ROOT),
            model.layers(),
            model.hiddenSize(),
            model.direction() == Direction.BIDIRECTIONAL ? "-bidirectional" : "",
            seed,
            hash(config, seed, dataHash));
  }

  private static String hash(TrialConfig config, long seed, String dataHash) {
    Map<String, Object> parts = new TreeMap<>(config.identity().settings());
    parts.put("seed", seed);
    parts.put("dataHash", dataHash);
    parts.put("segmenter", Segmenter.id());
    parts.put("kernels", NextWordModel.form(config.task().name(), config.training()));
    parts.put("numerics", NUMERICS_VERSION);
    StringBuilder text = new StringBuilder();
    parts.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return DataHash.ofText(text.toString()).substring(0, HASH_DIGITS);
  }
}
