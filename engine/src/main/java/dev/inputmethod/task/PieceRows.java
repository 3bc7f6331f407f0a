package dev.inputmethod.task;

import dev.inputmethod.corpus.Sequences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Sequences cut into consecutive pieces without overlap and laid out in rows: row i of a batch goes
 * on where row i of the batch before ended, and a sequence is never split between rows.
 *
 * <p>Which row a sequence belongs to depends on the corpus and the number of rows only; its place
 * in that row depends on seed and epoch. So every epoch has the same number of batches. The longest
 * sequences are laid out first, each into the row with the least so far (Graham 1969), which leaves
 * rows of nearly the same length.
 */
final class PieceRows {
  private final Sequences sequences;
  private final int length;
  private final List<int[]> rows = new ArrayList<>();
  private final long batches;

  private record Load(int row, long pieces) implements Comparable<Load> {
    @Override
    public int compareTo(Load other) {
      return pieces == other.pieces
          ? Integer.compare(row, other.row)
          : Long.compare(pieces, other.pieces);
    }
  }

  /**
   * @param length steps of a piece
   * @param most the largest number of rows
   */
  PieceRows(Sequences sequences, int length, int most) {
    this.sequences = sequences;
    this.length = length;
    List<Integer> longestFirst = longestFirst();
    int count = Math.min(most, longestFirst.size());
    List<List<Integer>> members = new ArrayList<>();
    PriorityQueue<Load> loads = new PriorityQueue<>();
    for (int row = 0; row < count; row++) {
      members.add(new ArrayList<>());
      loads.add(new Load(row, 0));
    }
    long largest = 0;
    for (int sequence : longestFirst) {
      Load least = loads.remove();
      Load more = new Load(least.row(), least.pieces() + pieces(sequence));
      members.get(least.row()).add(sequence);
      loads.add(more);
      largest = Math.max(largest, more.pieces());
    }
    members.forEach(row -> rows.add(row.stream().mapToInt(Integer::intValue).toArray()));
    this.batches = largest;
  }

  private List<Integer> longestFirst() {
    List<Integer> found = new ArrayList<>();
    for (int sequence = 0; sequence < sequences.count(); sequence++) {
      if (pieces(sequence) > 0) {
        found.add(sequence);
      }
    }
    // Stable: among equals the corpus' order decides.
    found.sort((one, other) -> Integer.compare(pieces(other), pieces(one)));
    return found;
  }

  /** How many a sequence has. Its last word is a target only. */
  private int pieces(int sequence) {
    return (sequences.length(sequence) - 1 + length - 1) / length;
  }

  /** Batches of an epoch. */
  long batches() {
    return batches;
  }

  /** Every piece once, in an order that depends on seed and epoch. */
  Iterable<Batch> epoch(long seed, int epoch) {
    return () -> new Epoch(SeedStreams.derive(seed, SeedStreams.SHUFFLING, epoch));
  }

  /** Walks down all rows side by side. */
  private final class Epoch implements Iterator<Batch> {
    private final List<Walk> walks = new ArrayList<>();
    private long next;

    Epoch(long key) {
      for (int row = 0; row < rows.size(); row++) {
        walks.add(new Walk(rows.get(row), SeedStreams.derive(key, "row", row)));
      }
    }

    @Override
    public boolean hasNext() {
      return next < batches;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("after the last batch");
      }
      next++;
      int slots = Math.multiplyExact(walks.size(), length);
      int[] words = new int[slots];
      int[] targets = new int[slots];
      boolean[] counted = new boolean[slots];
      boolean[] begins = new boolean[walks.size()];
      for (int row = 0; row < walks.size(); row++) {
        Walk walk = walks.get(row);
        begins[row] = walk.begins();
        walk.take(row * length, words, targets, counted);
      }
      return new PieceBatch(length, words, targets, counted, begins);
    }
  }

  /** A row's position among its sequences. */
  private final class Walk {
    private final int[] members;
    private final KeyedPermutation order;
    private int done;
    private int from;

    Walk(int[] members, long key) {
      this.members = members;
      this.order = new KeyedPermutation(members.length, key);
    }

    boolean begins() {
      return from == 0;
    }

    /** Writes the next piece into the row, or leaves it without targets if there is none. */
    void take(int slot, int[] words, int[] targets, boolean[] counted) {
      if (done == members.length) {
        return;
      }
      int sequence = members[(int) order.at(done)];
      int steps = Math.min(length, sequences.length(sequence) - 1 - from);
      for (int step = 0; step < steps; step++) {
        words[slot + step] = sequences.word(sequence, from + step);
        targets[slot + step] = sequences.word(sequence, from + step + 1);
        counted[slot + step] = sequences.isTarget(sequence, from + step + 1);
      }
      from += length;
      if (from >= sequences.length(sequence) - 1) {
        from = 0;
        done++;
      }
    }
  }
}
