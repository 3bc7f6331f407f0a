package dev.inputmethod.reports.html;

import dev.inputmethod.reports.html.ReportPage.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Puts a page's style sheet and script together, and a policy that lets a browser use these two and
 * nothing else.
 */
final class Styles {
  private Styles() {}

  /** For a page without charts. */
  static Document plain(String title) {
    return document(title, resource("page.css"), resource("page.js"));
  }

  /** For a page with the charts of these configurations. */
  static Document charts(String title, List<Shown> shown, int hiddenSizes) {
    String css =
        resource("page.css")
            + ":root{"
            + Palette.light(hiddenSizes)
            + "}\n"
            + "@media screen and (prefers-color-scheme:dark){:root{"
            + Palette.dark(hiddenSizes)
            + "}}\n"
            + series(shown)
            + shades(hiddenSizes);
    return document(title, css, resource("page.js"));
  }

  private static String series(List<Shown> shown) {
    StringBuilder css = new StringBuilder();
    for (Shown it : shown) {
      css.append(".c").append(it.index()).append('{').append(it.look().variables()).append("}\n");
    }
    return css.toString();
  }

  private static String shades(int hiddenSizes) {
    StringBuilder css = new StringBuilder();
    for (String cell : List.of("rnn", "lstm", "gru", "other")) {
      css.append(
          String.format(Locale.ROOT, ".hue-%s{--s:var(--%s-0)}%n", cell, cell).replace("\r", ""));
      for (int i = 0; i < hiddenSizes; i++) {
        css.append(".shade-").append(cell).append('-').append(i);
        css.append("{fill:var(--").append(cell).append('-').append(i).append(")}\n");
      }
    }
    return css.toString();
  }

  private static Document document(String title, String css, String script) {
    String policy =
        "default-src 'none'; style-src '"
            + hash(css)
            + "'; script-src '"
            + hash(script)
            + "'; base-uri 'none'; form-action 'none'";
    return new Document(title, css, script, policy);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = Styles.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      // A checkout on Windows may have other line ends; the page must not.
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " from the jar", e);
    }
  }
}
