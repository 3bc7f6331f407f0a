package dev.inputmethod.reports.record;

import java.util.List;
import java.util.Locale;

/** Does a thing under locales that write numbers differently. */
public final class Locales {
  private Locales() {}

  /** Under the root locale, one with a decimal comma, and one with digits of its own. */
  public static void underEach(Runnable body) {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale :
          List.of(Locale.ROOT, Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
        Locale.setDefault(locale);
        body.run();
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
