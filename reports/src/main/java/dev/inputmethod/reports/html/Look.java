package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Configuration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a configuration's lines look, everywhere in a report: cell is hue, direction is line style,
 * layers is width, hidden size is lightness.
 *
 * @param cell {@code rnn}, {@code lstm}, {@code gru}, or {@code other}
 * @param bidirectional dashed if so
 * @param layers at least 1
 * @param lightness place of the hidden size among the experiment's, from 0
 */
record Look(String cell, boolean bidirectional, long layers, int lightness) {
  /** The settings that a line's look shows. */
  static final Set<String> CHANNELS =
      Set.of("model.cell", "model.direction", "model.layers", "model.hiddenSize");

  private static final Set<String> CELLS = Set.of("rnn", "lstm", "gru");

  /**
   * @param hiddenSizes every hidden size of the experiment, ascending
   */
  static Look of(Configuration configuration, List<Long> hiddenSizes) {
    String cell = configuration.text("model.cell").orElse("other").toLowerCase(Locale.ROOT);
    long hidden = configuration.wholeNumber("model.hiddenSize").orElse(0L);
    return new Look(
        CELLS.contains(cell) ? cell : "other",
        configuration.text("model.direction").orElse("forward").equals("bidirectional"),
        configuration.wholeNumber("model.layers").orElse(1L),
        Math.max(0, hiddenSizes.indexOf(hidden)));
  }

  /** The style sheet's variables for this look. */
  String variables() {
    double width = Math.min(3.4, 1.2 + 0.8 * (layers - 1));
    return String.format(
        Locale.ROOT,
        "--s:var(--%s-%d);--w:%.1f;--d:%s;--k:%s",
        cell,
        lightness,
        width,
        bidirectional ? "5 4.5" : "none",
        bidirectional ? "dashed" : "solid");
  }
}
