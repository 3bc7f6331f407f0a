package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what is left of gradients, g(far)/g(1), with that of the control, where one thing is
 * tried at a time. It compares forward networks over the same distance, unless their gradient
 * explodes or is not testable; a bidirectional network is judged by the least of all distances.
 */
final class Control {
  private static final Set<Kind> COMPARED =
      EnumSet.of(Kind.HEALTHY, Kind.SHORT_REACH, Kind.VANISHING, Kind.DEAD);

  private final Findings findings;
  private final Shown control;

  private Control(Findings findings, Shown control) {
    this.findings = findings;
    this.control = control;
  }

  /** Empty where there is no control, or nothing can be compared with it. */
  static Optional<Control> of(Findings findings) {
    return findings.control().filter(Control::isKnown).map(it -> new Control(findings, it));
  }

  private static boolean isKnown(Shown it) {
    return !it.look().bidirectional()
        && it.gradient()
            .verdict()
            .map(ConfigurationVerdict::kind)
            .filter(COMPARED::contains)
            .isPresent()
        && it.gradient().ratio().filter(Double::isFinite).isPresent();
  }

  private List<Shown> others() {
    return findings.shown().stream().filter(this::isCompared).toList();
  }

  private boolean isCompared(Shown it) {
    return it.index() != control.index() && isKnown(it) && far(it) == far(control);
  }

  /** Such as {@code 2 100 times the control’s}; empty where the two cannot be compared. */
  String factor(Shown it) {
    double times = ratio(it) / ratio(control);
    return isCompared(it) && times > 0 && Double.isFinite(times)
        ? Numbers.times(times) + " times the control’s"
        : "";
  }

  /** Says what the control keeps, and what the others keep at the most. */
  String sentence() {
    String place = findings.wording().place();
    return String.format(
        Locale.ROOT,
        "%d %ss back, %s, the control, keeps %s of its gradient at 1 %s back%s",
        far(control),
        place,
        control.spoken(),
        Numbers.power(ratio(control)),
        place,
        most());
  }

  private String most() {
    List<Shown> others = others();
    if (others.isEmpty()) {
      return "";
    }
    boolean all = others.size() == findings.shown().size() - 1;
    Shown most = others.stream().max(Comparator.comparingDouble(Control::ratio)).orElseThrow();
    if (ratio(most) > ratio(control) && !log(most).withinTheSpread(log(control))) {
      return (all ? ", the others up to " : ", others up to ")
          + Numbers.power(ratio(most))
          + " ("
          + most.spoken()
          + ")";
    }
    return all
        ? ", and no other configuration keeps clearly more"
        : ", and no comparable configuration keeps clearly more";
  }

  private static Statistic log(Shown it) {
    return it.gradient().logRatio().orElseThrow();
  }

  private static double ratio(Shown it) {
    return it.gradient().ratio().orElse(Double.NaN);
  }

  private static int far(Shown it) {
    return it.gradient().summary().map(GradientSummary::far).orElse(0);
  }
}
