package dev.inputmethod.reports.html;

import java.util.List;
import java.util.stream.Stream;

/** What captions of curves of reach say of bands, zeros and colours; empty where there are none. */
final class ReachNotes {
  private ReachNotes() {}

  /** What the gradient's norms are in: units of the loss, by one unit of what it is taken by. */
  static String unit(Wording wording) {
    return wording.loss().equals("cross-entropy") ? "nats" : "units of the loss";
  }

  /**
   * Of the bands around curves as they were measured.
   *
   * @param whose such as {@code Bands}
   */
  static String bands(String whose, Stream<ReachCurve> curves) {
    List<ReachCurve> banded = curves.filter(it -> it.trained().band().isPresent()).toList();
    boolean isOverSeeds = banded.stream().anyMatch(it -> it.seeds() > 1);
    boolean isOfBootstrap = banded.stream().anyMatch(it -> it.seeds() == 1);
    if (!isOverSeeds) {
      return isOfBootstrap
          ? " " + whose + ": 95 % intervals of a bootstrap over the probed contexts, of one seed."
          : "";
    }
    return " "
        + whose
        + ": one standard deviation of the logarithms over seeds"
        + (isOfBootstrap
            ? "; of a single seed, the 95 % interval of a bootstrap over the probed contexts."
            : ".");
  }

  /** Of the bands around curves that are divided by their own value one step back. */
  static String relativeBands(Stream<ReachCurve> curves) {
    List<ReachCurve> all = curves.toList();
    if (all.stream().noneMatch(it -> it.trained().band().isPresent())) {
      return all.isEmpty() ? "" : " A single seed has no band here.";
    }
    return " Bands: one standard deviation over seeds of the logarithm of the ratio, each seed’s own"
        + (all.stream().anyMatch(it -> it.seeds() == 1) ? "; a single seed has none." : ".");
  }

  /** Of means that are zero since some seeds are. */
  static String zeros(Stream<ReachCurve> curves) {
    return curves.anyMatch(it -> it.trained().isZeroOfSomeSeeds())
        ? " Where a seed is exactly zero, so is the geometric mean over seeds: the line lies on the"
            + " floor, and its band reaches up to the largest seed."
        : "";
  }

  /** Of what is grey. */
  static String grey(Findings findings) {
    return (findings.isCrowded() ? findings.colouredNote() : "")
        + CombinedChart.othersNote(findings);
  }
}
