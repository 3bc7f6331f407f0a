package dev.inputmethod.layer;

import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The fast form's flat numbers, some of which are made only as they are read. */
final class ArrayValues implements ParameterValues {
  private final Kernels kernels;
  private final Numbers flat;
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
   */
  ArrayValues(Kernels kernels, Numbers flat, Map<String, INDArray> views) {
    this.kernels = kernels;
    this.flat = flat;
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
    double norm = 0;
    for (Range part : parts(name)) {
      double ofPart = kernels.norm(flat.part(part.from(), part.length()), part.length());
      norm = norm == 0 ? ofPart : Math.hypot(norm, ofPart);
    }
    return norm;
  }

  @Override
  public float[] copy(String name) {
    Range whole = Objects.requireNonNull(ranges.get(name), name);
    float[] copy = new float[whole.length()];
    for (Range part : parts(name)) {
      Span from = flat.part(part.from(), part.length());
      System.arraycopy(from.values(), from.at(), copy, part.from() - whole.from(), part.length());
    }
    return copy;
  }

  private List<Range> parts(String name) {
    Range whole = Objects.requireNonNull(ranges.get(name), name);
    List<Range> parts = new ArrayList<>();
    int end = whole.from() + whole.length();
    for (int from = whole.from(); from < end; from += flat.longestPart()) {
      parts.add(new Range(from, Math.min(flat.longestPart(), end - from)));
    }
    return parts;
  }

  private record Range(int from, int length) {}
}
