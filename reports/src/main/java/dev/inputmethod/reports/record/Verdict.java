package dev.inputmethod.reports.record;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a trial's gradient is called, and why.
 *
 * @param initially what it was called before training; empty where that was not measured
 * @param outcome how the trial did on a task with a known answer; empty on a corpus
 * @param reason one sentence with the numbers it rests on
 * @param advice one sentence that names the setting to try
 */
public record Verdict(
    Kind kind,
    Optional<Kind> initially,
    Optional<KnownAnswer> outcome,
    String reason,
    String advice) {
  /** The verdicts, the worst first. */
  public enum Kind {
    /** A loss or gradient that is not a finite number, or a gradient that grows on its way back. */
    EXPLODING,
    /** No gradient at any distance. */
    DEAD,
    /** A small ratio, and an outcome that agrees with it. */
    VANISHING,
    /** A small ratio, and nothing more is known. */
    SHORT_REACH,
    HEALTHY,
    /** Too short a context, or nothing measured. */
    NOT_TESTABLE;

    /** As it is written in files and for readers: {@code short reach}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Verdict {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(initially, "initially");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(advice, "advice");
  }
}
