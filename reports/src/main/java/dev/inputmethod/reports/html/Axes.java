package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The axes that all pictures of a kind share.
 *
 * @param step updates done
 * @param loss nats per word, or as the task has it
 * @param distance words back from the last context word, or steps from that of the loss
 * @param inputReach ‖∂L/∂x‖
 * @param relativeReach g(d)/g(1)
 * @param initialReach the input's together with what was measured before training
 * @param hiddenReach ‖∂L/∂s‖
 * @param norm of gradients
 * @param lossIsCut whether some losses lie beyond the axis and are drawn at its edge
 */
record Axes(
    Axis step,
    Axis loss,
    Axis distance,
    Axis inputReach,
    Axis relativeReach,
    Axis initialReach,
    Axis hiddenReach,
    Axis norm,
    boolean lossIsCut) {
  /**
   * The axis need not hold more than this share of all single batches: the first ones would flatten
   * the rest.
   */
  private static final double USUAL_SHARE = 0.97;

  private static final double MOST_TIMES_UNTRAINED = 4;

  static Axes of(List<Shown> shown) {
    Wording wording = Wording.of(shown);
    double[] training = heights(shown, it -> Stream.of(it.losses().training().alone()));
    double[] usual = usual(training);
    double[] known = KnownBaselines.of(shown).values();
    double[] all = joined(usual, heights(shown, it -> Stream.of(it.losses().validation())), known);
    double most = mostLoss(shown, known);
    double[] losses = Arrays.stream(all).filter(loss -> loss <= most).toArray();
    double[] input = logHeights(shown, it -> trained(it.reach().input()));
    double[] initial = logHeights(shown, Axes::initial);
    return new Axes(
        Axis.whole("step (updates)", 0, farthest(shown, Axes::overSteps)),
        Axis.linear(wording.lossAxis(), losses),
        Axis.whole(wording.distanceAxis(), 0, farthest(shown, Axes::overDistance)),
        Axis.log("‖∂L/∂x(T−d)‖", input),
        Axis.log("g(d)/g(1)", logHeights(shown, it -> trained(it.reach().relativeInput()))),
        Axis.log("‖∂L/∂x(T−d)‖", joined(initial, input)),
        Axis.log("‖∂L/∂s(T−d)‖", logHeights(shown, Axes::states)),
        Axis.log("‖∂L/∂θ‖", logHeights(shown, Axes::norms)),
        usual.length < training.length || losses.length < all.length);
  }

  /** A level line of no configuration, in pictures over distance. */
  Line levelOverDistance(String name, double height) {
    return level(distance, name, height);
  }

  /** A level line of no configuration, in pictures over steps. */
  Line levelOverSteps(String name, double height) {
    return level(step, name, height);
  }

  private static Line level(Axis x, String name, double height) {
    double[] ends = {x.lower(), x.upper()};
    return Line.of("limit", name, new Points(ends, new double[] {height, height}));
  }

  private static Stream<OverSeeds> trained(Optional<ReachCurve> reach) {
    return reach.map(ReachCurve::trained).stream();
  }

  /** Before training, without the spread, which is not drawn. */
  private static Stream<OverSeeds> initial(Shown it) {
    return it.reach().input().flatMap(ReachCurve::initial).map(OverSeeds::alone).stream();
  }

  private static Stream<OverSeeds> states(Shown it) {
    return it.reach().states().stream()
        .flatMap(
            at ->
                Stream.concat(
                    Stream.of(at.state().trained()),
                    at.hiddenAlone().map(alone -> alone.trained().alone()).stream()));
  }

  private static Stream<OverSeeds> norms(Shown it) {
    return Stream.concat(
        Stream.of(it.norms().global()),
        it.norms().parameters().values().stream().map(OverSeeds::alone));
  }

  private static Stream<OverSeeds> overSteps(Shown it) {
    return Stream.concat(Stream.of(it.losses().training(), it.losses().validation()), norms(it));
  }

  private static Stream<OverSeeds> overDistance(Shown it) {
    return Stream.of(trained(it.reach().input()), initial(it), states(it))
        .flatMap(Function.identity());
  }

  /**
   * The greatest loss on the axis: several times that of an untrained network. Only diverged trials
   * are above, and would flatten all other curves.
   */
  private static double mostLoss(List<Shown> shown, double[] known) {
    double untrained =
        shown.stream()
            .map(it -> it.losses().training().mean())
            .filter(line -> line.size() > 0 && Double.isFinite(line.y(0)))
            .mapToDouble(line -> line.y(0))
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return MOST_TIMES_UNTRAINED * Math.max(untrained, Arrays.stream(known).max().orElse(0));
  }

  private static double[] heights(List<Shown> shown, Function<Shown, Stream<OverSeeds>> lines) {
    return shown.stream().flatMap(lines).flatMapToDouble(OverSeeds::heights).toArray();
  }

  private static double[] logHeights(List<Shown> shown, Function<Shown, Stream<OverSeeds>> lines) {
    return shown.stream().flatMap(lines).flatMapToDouble(OverSeeds::logHeights).toArray();
  }

  private static double[] usual(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length < 30) {
      return sorted;
    }
    int kept = (int) Math.ceil(sorted.length * USUAL_SHARE);
    boolean evenly =
        sorted[sorted.length - 1] - sorted[kept - 1] < 0.3 * (sorted[kept - 1] - sorted[0]);
    return evenly ? sorted : Arrays.copyOf(sorted, kept);
  }

  private static double[] joined(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The greatest x of all lines, at least 1. */
  private static double farthest(List<Shown> shown, Function<Shown, Stream<OverSeeds>> lines) {
    return shown.stream()
        .flatMap(lines)
        .map(OverSeeds::mean)
        .filter(line -> line.size() > 0)
        .mapToDouble(line -> line.x(line.size() - 1))
        .reduce(1, Math::max);
  }
}
