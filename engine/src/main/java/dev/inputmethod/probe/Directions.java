package dev.inputmethod.probe;

import dev.inputmethod.layer.Place;
import dev.inputmethod.reports.record.Direction;

/** Calls the directions of layers by the names that measurements have for them. */
final class Directions {
  private Directions() {}

  static Direction of(Place place) {
    return place.backward() ? Direction.BACKWARD : Direction.FORWARD;
  }
}
