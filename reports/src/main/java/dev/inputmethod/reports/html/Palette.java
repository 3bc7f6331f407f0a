package dev.inputmethod.reports.html;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The colours of cells and hidden sizes, as variables of the style sheet. Hues are those of Okabe
 * and Ito; the larger the hidden size, the farther the colour is from the page's background. A dark
 * page has lighter hues, which keep the contrast of at least 3:1 that lines need.
 */
final class Palette {
  private static final Map<String, int[]> HUES = hues();
  private static final double STRONGEST_MIX = 0.42;

  private Palette() {}

  /** Declarations for a light page. */
  static String light(int hiddenSizes) {
    return declarations(hiddenSizes, 0, 0x000000);
  }

  /** Declarations for a dark page. */
  static String dark(int hiddenSizes) {
    return declarations(hiddenSizes, 1, 0xFFFFFF);
  }

  private static Map<String, int[]> hues() {
    Map<String, int[]> hues = new LinkedHashMap<>();
    hues.put("rnn", new int[] {0xD55E00, 0xF0813A});
    hues.put("lstm", new int[] {0x0072B2, 0x4FA9DE});
    hues.put("gru", new int[] {0x009E73, 0x2BBE94});
    hues.put("other", new int[] {0x8F5A7E, 0xCC79A7});
    return hues;
  }

  private static String declarations(int hiddenSizes, int scheme, int away) {
    StringBuilder css = new StringBuilder();
    HUES.forEach(
        (cell, hue) -> {
          for (int i = 0; i < Math.max(1, hiddenSizes); i++) {
            double share = hiddenSizes < 2 ? 0 : STRONGEST_MIX * i / (hiddenSizes - 1);
            css.append(
                String.format(
                    Locale.ROOT, "--%s-%d:#%06x;", cell, i, mix(hue[scheme], away, share)));
          }
        });
    return css.toString();
  }

  private static int mix(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double channel = (from >> shift & 0xff) * (1 - share) + (to >> shift & 0xff) * share;
      mixed |= (int) Math.round(channel) << shift;
    }
    return mixed;
  }
}
