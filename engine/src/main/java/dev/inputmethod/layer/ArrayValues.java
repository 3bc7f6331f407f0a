package dev.inputmethod.layer;

import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.Span;
import dev.inputmethod.kernel.WideNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The fast form's flat numbers, some of which are made only as they are read. */
final class ArrayValues implements ParameterValues {
  private final Kernels kernels;
  private final Numbers flat;
  private final Map<String, Double> known;
  private final Map<String, Range> ranges = new LinkedHashMap<>();

  /** Where numbers come from. */
  interface Numbers {
    /** Those from a place on, to be read before the next are asked for. */
    Span part(int from, int length);

    /** How many may be asked for at once. */
    int longestPart();

    /** What is in an array. */
    static Numbers of(float[] array) {
      return new Numbers() {
        @Override
        public Span part(int from, int length) {
          return new Span(array, from);
        }

        @Override
        public int longestPart() {
          return array.length;
        }
      };
    }
  }

  /**
   * @param views what lies one after another in the numbers
   * @param known norms that need not be taken again, by the views' names
   */
  ArrayValues(
      Kernels kernels, Numbers flat, Map<String, INDArray> views, Map<String, Double> known) {
    this.kernels = kernels;
    this.flat = flat;
    this.known = Map.copyOf(known);
    int from = 0;
    for (Map.Entry<String, INDArray> view : views.entrySet()) {
      int length = Math.toIntExact(view.getValue().length());
      ranges.put(view.getKey(), new Range(from, length));
      from += length;
    }
  }

  @Override
  public Set<String> names() {
    return ranges.keySet();
  }

  @Override
  public double norm(String name) {
    Double before = known.get(name);
    if (before != null) {
      return before;
    }
    Range range = range(name);
    int end = range.from() + range.length();
    return orWide(addNorm(0, kernels, flat, range.from(), end), flat, range.from(), end);
  }

  /**
   * The norm of some numbers together with others. In whole {@linkplain Numbers#longestPart parts}
   * it gives the same bits as for all at once.
   *
   * @param others norm of those before
   */
  static double addNorm(double others, Kernels kernels, Numbers flat, int from, int end) {
    double norm = others;
    for (int at = from; at < end; at += flat.longestPart()) {
      int length = Math.min(flat.longestPart(), end - at);
      double ofPart = Math.sqrt(kernels.addSquares(0, flat.part(at, length), length));
      norm = norm == 0 ? ofPart : Math.hypot(norm, ofPart);
    }
    return norm;
  }

  /** The norm as {@link #addNorm} gives it, taken again where single precision did not suffice. */
  static double orWide(double norm, Numbers flat, int from, int end) {
    if (!WideNorm.isNeeded(norm)) {
      return norm;
    }
    double squares = 0;
    for (int at = from; at < end; at += flat.longestPart()) {
      int length = Math.min(flat.longestPart(), end - at);
      squares = WideNorm.addSquares(squares, flat.part(at, length), length);
    }
    return Math.sqrt(squares);
  }

  @Override
  public float[] copy(String name) {
    Range range = range(name);
    float[] copy = new float[range.length()];
    for (int done = 0; done < copy.length; done += flat.longestPart()) {
      int length = Math.min(flat.longestPart(), copy.length - done);
      Span part = flat.part(range.from() + done, length);
      System.arraycopy(part.values(), part.at(), copy, done, length);
    }
    return copy;
  }

  private Range range(String name) {
    return Objects.requireNonNull(ranges.get(name), name);
  }

  private record Range(int from, int length) {}
}
