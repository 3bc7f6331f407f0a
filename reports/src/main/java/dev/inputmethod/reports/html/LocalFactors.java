package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.gradient.DecayFit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws what each further step back leaves of the gradient: κ(d) = g(d)/g(d − 1). */
final class LocalFactors {
  /** So that 1, where nothing is lost, always lies within the picture. */
  private static final double LEAST_UPPER = 1.2;

  /** So that one jump, such as at the symbols to copy, does not press all other factors flat. */
  private static final double MOST_UPPER = 3;

  private final Findings findings;
  private final Axes axes;
  private final double greatest;

  LocalFactors(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.greatest = greatest(findings);
  }

  Figure figure() {
    List<Figure.Panel> panels =
        new CombinedChart(
                findings,
                "reach-factors",
                "Local factors of the gradient over distance",
                axes.distance(),
                axis())
            .withReference(axes.levelOverDistance("1", 1))
            .withOthersInGrey()
            .panels(LocalFactors::of, "reach");
    return new Figure(
        "reach-factors",
        "What one more " + findings.wording().place() + " back leaves: κ(d) = g(d)/g(d−1)",
        "The local factors of g, without unit, on a linear axis from 0; geometric mean over seeds. A"
            + " level curve is an exponential decay; one that rises towards the dashed line at 1 is a"
            + " decay that slows down with distance; above 1 the gradient grows. Zeros have no"
            + " factor: nothing is drawn where g(d) or g(d−1) is 0. Sampling noise is more visible"
            + " here than in g."
            + cutNote()
            + ReachNotes.grey(findings),
        CombinedChart.layout(findings),
        panels);
  }

  /** Linear: on four decades of a log axis a factor of 0.7 and one of 0.95 are the same. */
  private Axis axis() {
    double upper = Math.max(LEAST_UPPER, Math.ceil(10 * greatest) / 10);
    return new Axis("κ(d)", 0, Math.min(MOST_UPPER, upper), false, false);
  }

  private String cutNote() {
    return greatest > MOST_UPPER
        ? " Factors above "
            + Numbers.short2(MOST_UPPER)
            + " are drawn at the upper edge; the largest is "
            + Numbers.short2(greatest)
            + "."
        : "";
  }

  private static double greatest(Findings findings) {
    return findings.shown().stream()
        .flatMap(it -> of(it).stream())
        .flatMapToDouble(OverSeeds::heights)
        .max()
        .orElse(0);
  }

  /** The factors of a geometric mean over seeds are the geometric means of the seeds' own. */
  private static Optional<OverSeeds> of(Shown it) {
    return it.inputReach()
        .map(reach -> reach.trained().mean())
        .filter(curve -> curve.size() > 1)
        .map(curve -> new OverSeeds(factors(curve), Optional.empty()));
  }

  /** At a distance where it or the one before is zero there is no factor, which interrupts. */
  static Points factors(Points curve) {
    double[] distances = IntStream.range(1, curve.size()).mapToDouble(curve::x).toArray();
    List<Double> norms = IntStream.range(0, curve.size()).mapToObj(curve::y).toList();
    return new Points(
        distances,
        DecayFit.localFactors(norms).stream()
            .mapToDouble(factor -> factor > 0 && Double.isFinite(factor) ? factor : Double.NaN)
            .toArray());
  }
}
