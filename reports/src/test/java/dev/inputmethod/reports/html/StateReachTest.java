package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.html.StateReach.Place;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateReachTest {
  private static final List<Long> FULL = List.of(256L, 256L, 256L, 256L);

  private static Reaches reaches(List<Long> examples, HiddenReach... places) {
    Curves.Collector seed = Curves.Collector.judgingBest(10);
    seed.add(
        new Measurement.Reach(
            1,
            10,
            Moment.BEST,
            examples,
            List.of(4.0, 2.0, 1.0, 0.5),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(places)));
    return Reaches.of(List.of(seed.curves()));
  }

  private static HiddenReach place(int layer, Direction direction, Double... norms) {
    return new HiddenReach(layer, direction, List.of(norms));
  }

  private static List<Double> x(Points line) {
    return IntStream.range(0, line.size()).mapToObj(line::x).toList();
  }

  private static List<Double> y(Points line) {
    return IntStream.range(0, line.size()).mapToObj(line::y).toList();
  }

  @Test
  void below_a_bidirectional_layer_states_are_drawn_over_position() {
    Reaches reaches =
        reaches(
            FULL,
            place(1, Direction.FORWARD, 8.0, 2.0, 1.0, 4.0),
            place(1, Direction.BACKWARD, 5.0, 3.0, 2.0, 6.0),
            place(2, Direction.FORWARD, 8.0, 4.0, 2.0, 1.0),
            place(2, Direction.BACKWARD, 1.0, 2.0, 4.0, 8.0));

    assertThat(reaches.overPosition())
        .extracting(StateReach::place)
        .containsExactly(new Place(1, Direction.FORWARD), new Place(1, Direction.BACKWARD));
    assertThat(reaches.overDistance())
        .extracting(StateReach::place)
        .containsExactly(new Place(2, Direction.FORWARD), new Place(2, Direction.BACKWARD));
    // The last word, d = 0, stands at position T = 4; the first, d = 3, at position 1.
    Points line = reaches.overPosition().get(0).overPosition().mean();
    assertThat(x(line)).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(y(line)).containsExactly(4.0, 1.0, 2.0, 8.0);
  }

  @Test
  void positions_without_enough_contexts_are_the_first_ones() {
    Reaches reaches =
        reaches(
            List.of(256L, 256L, 256L, 3L),
            place(1, Direction.FORWARD, 8.0, 2.0, 1.0, 4.0),
            place(1, Direction.BACKWARD, 8.0, 2.0, 1.0, 4.0),
            place(2, Direction.FORWARD, 8.0, 4.0, 2.0, 1.0),
            place(2, Direction.BACKWARD, 1.0, 2.0, 4.0, 8.0));

    assertThat(x(reaches.overPosition().get(0).overPosition().mean()))
        .containsExactly(2.0, 3.0, 4.0);
  }

  @Test
  void forward_layers_have_one_distance_from_the_loss() {
    Reaches reaches =
        reaches(
            FULL,
            place(1, Direction.FORWARD, 8.0, 4.0, 2.0, 1.0),
            place(2, Direction.FORWARD, 8.0, 4.0, 2.0, 1.0));

    assertThat(reaches.overPosition()).isEmpty();
    assertThat(reaches.overDistance()).hasSize(2);
  }

  @Test
  void the_top_is_the_last_layer_that_reads_forward_in_whatever_order_they_come() {
    Reaches reaches =
        reaches(
            FULL,
            place(2, Direction.BACKWARD, 1.0, 2.0, 4.0, 8.0),
            place(2, Direction.FORWARD, 8.0, 4.0, 2.0, 1.0),
            place(1, Direction.FORWARD, 8.0, 2.0, 1.0, 4.0));

    assertThat(reaches.top()).map(StateReach::place).contains(new Place(2, Direction.FORWARD));
  }

  @Test
  void relative_curves_are_one_at_one_step_back() {
    StateReach top =
        reaches(FULL, place(1, Direction.FORWARD, 8.0, 4.0, 2.0, 0.0)).top().orElseThrow();

    assertThat(y(top.relative().orElseThrow().trained().mean()))
        .containsExactly(2.0, 1.0, 0.5, 0.0);
  }

  @Test
  void of_an_lstm_the_state_is_h_and_c_and_h_alone_is_kept_beside_it() {
    HiddenReach lstm =
        new HiddenReach(
            1,
            Direction.FORWARD,
            List.of(4.0, 2.0, 1.0, 0.5),
            List.of(8.0, 7.0, 6.0, 5.0),
            Optional.empty());

    StateReach top = reaches(FULL, lstm).top().orElseThrow();
    assertThat(y(top.state().trained().mean())).containsExactly(8.0, 7.0, 6.0, 5.0);
    assertThat(y(top.hiddenAlone().orElseThrow().trained().mean()))
        .containsExactly(4.0, 2.0, 1.0, 0.5);
    assertThat(
            reaches(FULL, place(1, Direction.FORWARD, 8.0, 4.0, 2.0, 1.0))
                .top()
                .orElseThrow()
                .hiddenAlone())
        .isEmpty();
  }
}
