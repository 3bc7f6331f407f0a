package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.gradient.ReachSummaries;
import dev.inputmethod.reports.html.ReachCurve.Norms;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Reach;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a configuration's gradient falls at the states of one layer and direction.
 *
 * @param place layer and direction
 * @param state of h; of an LSTM's h and c together
 * @param relative the same divided by each seed's own value one step back
 * @param hiddenAlone of an LSTM's h without c; empty for other cells
 * @param isFedFromBothEnds whether a bidirectional layer is above it, whose two halves hand it
 *     gradient from both ends of the context: its states have no one distance from the loss
 * @param contextLength T
 */
record StateReach(
    Place place,
    ReachCurve state,
    Optional<ReachCurve> relative,
    Optional<ReachCurve> hiddenAlone,
    boolean isFedFromBothEnds,
    int contextLength) {

  /**
   * A layer and direction.
   *
   * @param layer counted from 1, the lowest first
   */
  record Place(int layer, Direction direction) {
    static Place of(HiddenReach reach) {
      return new Place(reach.layer(), reach.direction());
    }

    private Optional<HiddenReach> in(Reach reach) {
      return reach.hidden().stream().filter(it -> of(it).equals(this)).findFirst();
    }

    boolean isBackward() {
      return direction == Direction.BACKWARD;
    }

    /** Such as {@code s1}, or {@code s1←} where it reads backward. */
    String sign(String state) {
      return state + layer + (isBackward() ? "←" : "");
    }

    @Override
    public String toString() {
      return "layer " + layer + ", " + direction.word();
    }
  }

  /**
   * Empty where nothing can be drawn of it.
   *
   * @param shape a measurement that has the place
   */
  static Optional<StateReach> of(List<Curves> seeds, Reach shape, HiddenReach at) {
    Place place = Place.of(at);
    int top = shape.hidden().stream().mapToInt(HiddenReach::layer).max().orElse(0);
    return curve(seeds, place, it -> Norms.of(it.state()))
        .map(
            state ->
                new StateReach(
                    place,
                    state,
                    curve(seeds, place, it -> Norms.of(it.state()).relative()),
                    at.joint().isEmpty()
                        ? Optional.empty()
                        : curve(seeds, place, it -> Norms.of(it.norms())),
                    ReachSummaries.isBidirectional(shape) && at.layer() < top,
                    at.norms().size()));
  }

  private static Optional<ReachCurve> curve(
      List<Curves> seeds, Place place, Function<HiddenReach, Norms> norms) {
    return ReachCurve.of(seeds, reach -> place.in(reach).map(norms));
  }

  /** The state's curve over position: 1 is the first word, T the last; position = T − d. */
  OverSeeds overPosition() {
    OverSeeds curve = state.trained();
    return new OverSeeds(
        turned(curve.mean()),
        curve.band().map(band -> new Line.Band(turned(band.low()), turned(band.high()))));
  }

  private Points turned(Points overDistance) {
    int n = overDistance.size();
    double[] positions = new double[n];
    double[] norms = new double[n];
    for (int i = 0; i < n; i++) {
      positions[i] = contextLength - overDistance.x(n - 1 - i);
      norms[i] = overDistance.y(n - 1 - i);
    }
    return new Points(positions, norms);
  }
}
