package dev.inputmethod.layer;

import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Values in the fast form's flat arrays. */
final class ArrayValues implements ParameterValues {
  private final Kernels kernels;
  private final float[] flat;
  private final Map<String, Range> ranges = new LinkedHashMap<>();

  /**
   * @param views what lies one after another in the array
   */
  ArrayValues(Kernels kernels, float[] flat, Map<String, INDArray> views) {
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
    Range range = range(name);
    return kernels.norm(new Span(flat, range.from()), range.length());
  }

  @Override
  public float[] copy(String name) {
    Range range = range(name);
    return Arrays.copyOfRange(flat, range.from(), range.from() + range.length());
  }

  private Range range(String name) {
    return Objects.requireNonNull(ranges.get(name), name);
  }

  private record Range(int from, int length) {}
}
