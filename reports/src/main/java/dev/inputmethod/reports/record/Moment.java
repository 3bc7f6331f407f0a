package dev.inputmethod.reports.record;

import java.util.Locale;

/** When in a trial something was measured. */
public enum Moment {
  /** Before the first step. */
  INITIAL,
  /** While it trained. */
  INTERVAL,
  /** With the parameters of the best epoch, after the last one. */
  BEST;

  /** As it is written in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The moment where only the step is known. */
  static Moment ofStep(long step) {
    return step == 0 ? INITIAL : INTERVAL;
  }

  static Moment read(Fields fields, long step) {
    String word = fields.optionalText("moment").orElse(ofStep(step).word());
    for (Moment moment : values()) {
      if (moment.word().equals(word)) {
        return moment;
      }
    }
    throw fields.damaged("'moment' should be initial, interval or best but is '" + word + "'");
  }
}
