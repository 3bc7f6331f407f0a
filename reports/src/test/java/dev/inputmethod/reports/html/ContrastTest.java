package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2 computes it: 4.5:1 for texts, 3:1 for lines. */
class ContrastTest {
  private static final Pattern VARIABLE = Pattern.compile("--([a-z0-9-]+):#([0-9a-f]{3,6})\\b");

  @Test
  void lines_are_told_from_the_page_in_both_schemes() {
    String css = Styles.plain("").styles();
    String light = css.substring(0, css.indexOf("@media"));
    String dark = css.substring(css.indexOf("@media"), css.indexOf("*{"));
    for (int sizes = 1; sizes <= 6; sizes++) {
      assertContrast(Palette.light(sizes), color(light, "paper"), 3);
      assertContrast(Palette.dark(sizes), color(dark, "paper"), 3);
    }
  }

  @Test
  void texts_are_readable_in_both_schemes() {
    String css = Styles.plain("").styles();
    for (String scheme :
        new String[] {
          css.substring(0, css.indexOf("@media")),
          css.substring(css.indexOf("@media"), css.indexOf("*{"))
        }) {
      for (String text : new String[] {"ink", "soft", "link"}) {
        assertThat(contrast(color(scheme, text), color(scheme, "paper"))).isGreaterThan(4.5);
        assertThat(contrast(color(scheme, text), color(scheme, "wash"))).isGreaterThan(4.5);
      }
    }
  }

  @Test
  void every_hidden_size_has_a_shade_of_its_own() {
    Matcher matcher = VARIABLE.matcher(Palette.light(5));
    Set<String> colors = new HashSet<>();
    while (matcher.find()) {
      assertThat(colors.add(matcher.group(2))).as(matcher.group(1)).isTrue();
    }
    assertThat(colors).hasSize(20).contains("d55e00", "0072b2", "009e73");
  }

  private static void assertContrast(String variables, int paper, double least) {
    Matcher matcher = VARIABLE.matcher(variables);
    while (matcher.find()) {
      assertThat(contrast(Integer.parseInt(matcher.group(2), 16), paper))
          .as(matcher.group(1))
          .isGreaterThan(least);
    }
  }

  private static int color(String css, String name) {
    Matcher matcher = VARIABLE.matcher(css);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        String hex = matcher.group(2);
        return Integer.parseInt(hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex, 16);
      }
    }
    throw new AssertionError("no variable " + name);
  }

  private static double contrast(int a, int b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * channel(color >> 16) + 0.7152 * channel(color >> 8) + 0.0722 * channel(color);
  }

  private static double channel(int value) {
    double share = (value & 0xff) / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
