package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.layer.Cell;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.layer.Place;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SaturationCountTest {
  private static final Place PLACE = new Place(2, true);

  private static PlaceSaturation counted(
      Cell cell, int hidden, float[][] gates, float[] states, float[] cellStates) {
    SaturationCount count = new SaturationCount(cell, hidden);
    count.add(
        new ObservedStates(
            PLACE, cell, 1, states.length / hidden, hidden, gates, states, cellStates));
    return count.at(PLACE);
  }

  @Test
  void gates_are_closed_below_a_tenth_and_open_above_nine() {
    float[] forget = {0.05f, 0.5f, 0.95f, 0.5f};
    float[] some = {0.5f, 0.5f, 0.5f, 0.5f};
    float[] candidate = {0.98f, -0.98f, 0.96f, 0};
    PlaceSaturation place =
        counted(
            Cell.LSTM,
            2,
            new float[][] {some, forget, candidate, some},
            some,
            new float[] {2.1f, -2.0f, 0, 0});

    assertThat(place.layer()).isEqualTo(2);
    assertThat(place.direction().word()).isEqualTo("backward");
    assertThat(Objects.requireNonNull(place.gates().get("forget")).closed()).isEqualTo(0.25);
    assertThat(Objects.requireNonNull(place.gates().get("forget")).open()).isEqualTo(0.25);
    assertThat(Objects.requireNonNull(place.gates().get("input")).open()).isZero();
    assertThat(place.tanhBeyond()).containsEntry("candidate", 0.5);
    // tanh(2.1) = 0.9705, tanh(2.0) = 0.964.
    assertThat(place.tanhBeyond()).containsEntry("cell", 0.25);
    assertThat(place.gateHalfLife().orElseThrow()).isCloseTo(1, within(1e-6));
    assertThat(place.deadUnits()).isEmpty();
  }

  @Test
  void a_units_of_a_rectifier_is_dead_if_it_never_was_above_zero() {
    PlaceSaturation place =
        counted(
            Cell.RNN_RELU, 2, new float[][] {{0, 0, 0, 0}}, new float[] {0, 0, 0, 3}, new float[0]);
    assertThat(place.deadUnits()).contains(0.5);
    assertThat(place.tanhBeyond()).isEmpty();
    assertThat(place.gates()).isEmpty();
  }

  @Test
  void a_plain_networks_state_is_its_tanh_and_a_grus_update_gate_keeps() {
    float[] states = {0.99f, 0.1f, 0.2f, 0.3f};
    assertThat(counted(Cell.RNN_TANH, 2, new float[][] {states}, states, new float[0]).tanhBeyond())
        .containsEntry("candidate", 0.25);
    float[] quarter = {0.25f, 0.25f, 0.25f, 0.25f};
    PlaceSaturation gru =
        counted(Cell.GRU, 2, new float[][] {states, quarter, states}, states, new float[0]);
    assertThat(gru.gateHalfLife().orElseThrow()).isCloseTo(0.5, within(1e-6));
    assertThat(gru.tanhBeyond()).containsOnlyKeys("candidate");
  }

  @Test
  void a_gate_that_is_fully_open_keeps_for_ever_and_a_closed_one_not_at_all() {
    float[] open = {1, 1};
    float[] closed = {0, 0};
    assertThat(halfLifeOfForget(open)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(halfLifeOfForget(closed)).isZero();
    assertThat(halfLifeOfForget(new float[] {1, Math.nextDown(1f)})).isFinite().isGreaterThan(1e7);
  }

  private static double halfLifeOfForget(float[] forget) {
    float[] some = {0.5f, 0.5f};
    return counted(Cell.LSTM, 2, new float[][] {some, forget, some, some}, some, some)
        .gateHalfLife()
        .orElseThrow();
  }
}
