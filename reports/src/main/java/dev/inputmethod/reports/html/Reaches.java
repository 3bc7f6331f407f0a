package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Measurement;
import java.util.List;
import java.util.Optional;

/**
 * A configuration's curves of reach, over its seeds.
 *
 * @param input at the embedded words
 * @param relativeInput the same divided by g(1)
 * @param states at each layer and direction, the lowest layer first
 * @param top of these, that of the last layer's forward direction, which every network has
 */
record Reaches(
    Optional<ReachCurve> input,
    Optional<ReachCurve> relativeInput,
    List<StateReach> states,
    Optional<StateReach> top) {
  Reaches {
    states = List.copyOf(states);
  }

  static Reaches of(List<Curves> seeds) {
    Optional<Measurement.Reach> shape =
        seeds.stream().flatMap(seed -> seed.bestReach().stream()).findFirst();
    List<StateReach> states =
        shape.stream()
            .flatMap(
                reach ->
                    reach.hidden().stream().flatMap(at -> StateReach.of(seeds, reach, at).stream()))
            .toList();
    Optional<StateReach.Place> top =
        shape
            .flatMap(reach -> Measurement.Place.lastForward(reach.hidden()))
            .map(StateReach.Place::of);
    return new Reaches(
        ReachCurve.ofInput(seeds),
        ReachCurve.ofRelativeInput(seeds),
        states,
        states.stream().filter(it -> top.filter(it.place()::equals).isPresent()).findFirst());
  }

  /** Those whose distance from the loss is one: all but what is below a bidirectional layer. */
  List<StateReach> overDistance() {
    return states.stream().filter(it -> !it.isFedFromBothEnds()).toList();
  }

  /** The others, which are drawn over position. */
  List<StateReach> overPosition() {
    return states.stream().filter(StateReach::isFedFromBothEnds).toList();
  }

  /** Whether nothing can be drawn. */
  boolean isEmpty() {
    return input.isEmpty() && states.isEmpty();
  }
}
