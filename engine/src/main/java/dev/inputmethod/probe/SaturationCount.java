package dev.inputmethod.probe;

import dev.inputmethod.layer.Cell;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.layer.Place;
import dev.inputmethod.reports.record.Measurement.GateShares;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Counts saturated activations of one layer and direction, over several batches. */
final class SaturationCount {
  private static final double CLOSED = 0.1;
  private static final double OPEN = 0.9;
  private static final double BEYOND = 0.97;

  private final Cell cell;
  private final Map<String, Share> closed = new LinkedHashMap<>();
  private final Map<String, Share> open = new LinkedHashMap<>();
  private final Map<String, Share> sums = new LinkedHashMap<>();
  private final Map<String, Share> beyond = new LinkedHashMap<>();
  private final boolean[] alive;

  SaturationCount(Cell cell, int hiddenSize) {
    this.cell = cell;
    this.alive = new boolean[hiddenSize];
  }

  void add(ObservedStates states) {
    for (int block = 0; block < cell.gates(); block++) {
      String name = Gates.names(cell).get(block);
      if (Gates.isSigmoid(cell, block)) {
        addGate(name, states.gate(block));
      } else if (cell.gates() > 1) {
        addTanh(name, states.gate(block), false);
      }
    }
    switch (cell) {
      case RNN_TANH -> addTanh("candidate", states.hidden(), false);
      case RNN_RELU -> addRelu(states.hidden());
      case LSTM -> addTanh("cell", states.cellState(), true);
      case GRU -> {}
    }
  }

  private void addGate(String name, float[] values) {
    long below = 0;
    long above = 0;
    double sum = 0;
    for (float value : values) {
      below += value < CLOSED ? 1 : 0;
      above += value > OPEN ? 1 : 0;
      sum += value;
    }
    share(closed, name).add((double) below, values.length);
    share(open, name).add((double) above, values.length);
    share(sums, name).add(sum, values.length);
  }

  private void addTanh(String name, float[] values, boolean before) {
    // |tanh(c)| is above 0.97 where |c| is above artanh(0.97).
    double limit = before ? 0.5 * Math.log((1 + BEYOND) / (1 - BEYOND)) : BEYOND;
    long count = 0;
    for (float value : values) {
      count += Math.abs(value) > limit ? 1 : 0;
    }
    share(beyond, name).add((double) count, values.length);
  }

  private void addRelu(float[] values) {
    for (int i = 0; i < values.length; i++) {
      alive[i % alive.length] |= values[i] > 0;
    }
  }

  private static Share share(Map<String, Share> shares, String name) {
    return shares.computeIfAbsent(name, unseen -> new Share());
  }

  /** What was counted. */
  PlaceSaturation at(Place place) {
    Map<String, GateShares> gates = new LinkedHashMap<>();
    sums.forEach(
        (name, sum) ->
            gates.put(
                name,
                new GateShares(
                    share(closed, name).value(), share(open, name).value(), sum.value())));
    Map<String, Double> tanh = new LinkedHashMap<>();
    beyond.forEach((name, share) -> tanh.put(name, share.value()));
    return new PlaceSaturation(
        place.layer(), Directions.of(place), gates, tanh, deadUnits(), gateHalfLife());
  }

  private Optional<Double> deadUnits() {
    if (cell != Cell.RNN_RELU) {
      return Optional.empty();
    }
    int dead = 0;
    for (boolean unit : alive) {
      dead += unit ? 0 : 1;
    }
    return Optional.of((double) dead / alive.length);
  }

  private Optional<Double> gateHalfLife() {
    return Gates.keeping(cell)
        .map(gate -> halfLife(Objects.requireNonNull(sums.get(gate)).value()));
  }

  /** The steps after which half is left; infinite for a gate that rounds to 1. */
  private static double halfLife(double kept) {
    // Not −ln 2 / ln 1: ln 1 is +0, and the quotient −∞.
    return Math.log(2) / Math.abs(Math.log(kept));
  }

  /** A mean in the making. */
  private static final class Share {
    private double sum;
    private long count;

    void add(double part, int of) {
      sum += part;
      count += of;
    }

    double value() {
      return sum / count;
    }
  }
}
