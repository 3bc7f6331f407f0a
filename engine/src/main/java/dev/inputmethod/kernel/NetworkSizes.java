package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentPass.CellKind;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How many there are of everything in a network.
 *
 * @param words how many are embedded; empty where numbers go in
 * @param levels recurrent layers, from the lowest up; at least one
 * @param outputs classes or numbers
 */
public record NetworkSizes(OptionalInt words, List<Level> levels, int outputs) {
  public NetworkSizes {
    levels = List.copyOf(levels);
    int below = levels.get(0).inputs();
    for (Level level : levels) {
      if (level.inputs() != below || level.directions() < 1 || level.directions() > 2) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "no layer for %d features: %s", below, level));
      }
      below = level.directions() * level.hidden();
    }
  }

  /**
   * A recurrent layer.
   *
   * @param cell which of them
   * @param inputs features of what goes in
   * @param hidden units of each direction
   * @param directions 1 or 2
   * @param bias whether its sums have biases, of the input and of the recurrent part
   */
  public record Level(CellKind cell, int inputs, int hidden, int directions, boolean bias) {

    /** Rows of its weights: the units of all gates. */
    public int width() {
      return Math.multiplyExact(cell.gates(), hidden);
    }

    private long parameters() {
      return directions * (long) width() * (inputs + hidden + (bias ? 2 : 0));
    }
  }

  /** What goes into the lowest layer. */
  int features() {
    return levels.get(0).inputs();
  }

  /** What the output layer sees. */
  int states() {
    Level top = levels.get(levels.size() - 1);
    return top.directions() * top.hidden();
  }

  /** How many numbers are learned. */
  public long parameters() {
    long embedded = (long) words.orElse(0) * features();
    long recurrent = levels.stream().mapToLong(Level::parameters).sum();
    return embedded + recurrent + (states() + 1L) * outputs;
  }
}
