package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A configuration as a report shows it: its name, its look, and its seeds' lines as one.
 *
 * @param index its place in the report; {@code c} and it is the class of its lines
 * @param result its figures
 * @param label its names and its look
 * @param losses over steps
 * @param norms of gradients and updates, over steps
 * @param reach over distance
 * @param jacobians how many are behind each point of their spectra; empty where none were measured
 * @param gradient its verdict and what was probed
 */
record Shown(
    int index,
    ConfigurationResult result,
    Label label,
    Losses losses,
    GradientNorms norms,
    Reaches reach,
    Optional<JacobianSample> jacobians,
    GradientFindings gradient) {

  /**
   * What it is called and how its lines look.
   *
   * @param brief in charts and tables
   * @param spoken in sentences
   * @param facet what no line's look shows of it; empty if there is nothing
   * @param look of its lines
   */
  record Label(String brief, String spoken, String facet, Look look) {}

  /**
   * The measurements of a configuration's completed trials, or of the failed ones if none was
   * completed.
   */
  static Shown of(
      int index,
      Comparison comparison,
      ConfigurationResult result,
      Function<TrialRecord, Curves> measurements,
      Naming naming,
      List<Long> hiddenSizes) {
    boolean allFailed = result.completed().isEmpty();
    List<TrialRecord> trials = allFailed ? result.failed() : result.completed();
    List<Curves> curves = trials.stream().map(measurements).toList();
    List<Curves> failed =
        allFailed ? List.of() : result.failed().stream().map(measurements).toList();
    return new Shown(
        index,
        result,
        new Label(
            naming.brief(result.configuration()),
            naming.spoken(result.configuration()),
            naming.facet(result.configuration()),
            Look.of(result.configuration(), hiddenSizes)),
        Losses.of(trials, curves, failed),
        GradientNorms.of(curves, failed),
        Reaches.of(curves),
        curves.stream()
            .flatMap(it -> it.probes().jacobians().stream())
            .reduce(JacobianSample::with),
        GradientFindings.of(comparison, result, trials, curves));
  }

  String brief() {
    return label.brief();
  }

  String spoken() {
    return label.spoken();
  }

  String facet() {
    return label.facet();
  }

  Look look() {
    return label.look();
  }

  Optional<ReachCurve> inputReach() {
    return reach.input();
  }

  /** The class of this configuration's lines, and how their part is painted. */
  String classes(String part) {
    return "c" + index + " " + part;
  }

  /** How many trials its lines are of. */
  int seeds() {
    return isOfFailedTrials() ? result.failed().size() : result.completed().size();
  }

  /** Whether its lines are of failed trials, since no other ended. */
  boolean isOfFailedTrials() {
    return result.completed().isEmpty();
  }
}
