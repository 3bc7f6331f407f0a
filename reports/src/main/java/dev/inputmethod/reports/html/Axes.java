package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * Single batches above this share of all are allowed to leave the axis: the first ones would
   * flatten the rest.
   */
  private static final double USUAL_SHARE = 0.97;

  private static final double MOST_TIMES_UNTRAINED = 4;

  static Axes of(List<Shown> shown) {
    Wording wording = Wording.of(shown);
    List<Points> overSteps = new ArrayList<>();
    List<Points> training = new ArrayList<>();
    List<Points> validation = new ArrayList<>();
    List<Points> input = new ArrayList<>();
    List<Points> relative = new ArrayList<>();
    List<Points> initial = new ArrayList<>();
    List<Points> hidden = new ArrayList<>();
    List<Points> norms = new ArrayList<>();
    for (Shown it : shown) {
      training.add(it.training().mean());
      addWithBand(it.validation(), validation);
      addWithBand(it.globalNorm(), norms);
      it.parameterNorms().values().forEach(norm -> norms.add(norm.mean()));
      it.inputReach().ifPresent(reach -> addWithBand(reach.trained(), input));
      it.relativeReach().ifPresent(reach -> addWithBand(reach.trained(), relative));
      it.inputReach().flatMap(ReachCurve::initial).ifPresent(first -> initial.add(first.mean()));
      for (Map.Entry<String, ReachCurve> place : it.hiddenReach().entrySet()) {
        addWithBand(place.getValue().trained(), hidden);
      }
    }
    overSteps.addAll(training);
    overSteps.addAll(validation);
    overSteps.addAll(norms);
    double[] trainingLosses = values(training);
    double[] usual = usual(trainingLosses);
    double[] known = KnownBaselines.of(shown).values();
    double[] all = concatenated(concatenated(usual, values(validation)), known);
    double most = mostLoss(shown, known);
    double[] losses = Arrays.stream(all).filter(loss -> loss <= most).toArray();
    initial.addAll(input);
    List<Points> reaches = new ArrayList<>(initial);
    reaches.addAll(hidden);
    return new Axes(
        Axis.whole("step (updates)", 0, greatest(overSteps, 1)),
        Axis.linear(wording.lossAxis(), losses),
        Axis.whole(wording.distanceAxis(), 0, greatest(reaches, 1)),
        Axis.log("‖∂L/∂x(T−d)‖", values(input)),
        Axis.log("g(d)/g(1)", values(relative)),
        Axis.log("‖∂L/∂x(T−d)‖", values(initial)),
        Axis.log("‖∂L/∂s(T−d)‖", values(hidden)),
        Axis.log("‖∂L/∂θ‖", values(norms)),
        usual.length < trainingLosses.length || losses.length < all.length);
  }

  /**
   * What is drawn of losses at the most: several times what an untrained network has. Only diverged
   * trials are above, and would flatten all other curves.
   */
  private static double mostLoss(List<Shown> shown, double[] known) {
    double untrained =
        shown.stream()
            .map(it -> it.training().mean())
            .filter(line -> line.size() > 0 && Double.isFinite(line.y(0)))
            .mapToDouble(line -> line.y(0))
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return MOST_TIMES_UNTRAINED * Math.max(untrained, Arrays.stream(known).max().orElse(0));
  }

  private static void addWithBand(OverSeeds line, List<Points> to) {
    to.add(line.mean());
    Optional<Line.Band> band = line.band();
    band.ifPresent(edges -> to.add(edges.low()));
    band.ifPresent(edges -> to.add(edges.high()));
  }

  private static double[] values(List<Points> lines) {
    List<Double> values = new ArrayList<>();
    for (Points line : lines) {
      for (int i = 0; i < line.size(); i++) {
        if (Double.isFinite(line.y(i))) {
          values.add(line.y(i));
        }
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
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

  private static double[] concatenated(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static double greatest(List<Points> lines, double least) {
    double greatest = least;
    for (Points line : lines) {
      greatest = line.size() > 0 ? Math.max(greatest, line.x(line.size() - 1)) : greatest;
    }
    return greatest;
  }
}
