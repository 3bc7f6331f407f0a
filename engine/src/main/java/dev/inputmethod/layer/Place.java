package dev.inputmethod.layer;

/**
 * One direction of one recurrent layer; in order, the lowest layer and its forward direction come
 * first.
 *
 * @param layer its place in the recurrent stack, 1 for the lowest
 * @param backward whether this is the direction that reads from the end
 */
public record Place(int layer, boolean backward) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    return layer == other.layer
        ? Boolean.compare(backward, other.backward)
        : Integer.compare(layer, other.layer);
  }
}
