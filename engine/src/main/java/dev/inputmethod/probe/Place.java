package dev.inputmethod.probe;

import dev.inputmethod.reports.record.Direction;

/** One direction of one layer, the lowest layer and the forward direction first. */
record Place(int layer, boolean backward) implements Comparable<Place> {
  /** As measurements call it. */
  Direction direction() {
    return backward ? Direction.BACKWARD : Direction.FORWARD;
  }

  @Override
  public int compareTo(Place other) {
    return layer == other.layer
        ? Boolean.compare(backward, other.backward)
        : Integer.compare(layer, other.layer);
  }
}
