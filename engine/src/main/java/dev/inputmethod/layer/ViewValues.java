package dev.inputmethod.layer;

import static java.util.Objects.requireNonNull;

import dev.inputmethod.kernel.WideNorm;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Values in views of DL4J's flat arrays. */
record ViewValues(Map<String, INDArray> views) implements ParameterValues {

  @Override
  public Set<String> names() {
    return views.keySet();
  }

  @Override
  public double norm(String name) {
    return norm(view(name));
  }

  /** ‖·‖₂, taken again in double precision where single precision did not suffice. */
  static double norm(INDArray view) {
    double norm = view.norm2Number().doubleValue();
    return WideNorm.isNeeded(norm)
        ? view.castTo(DataType.DOUBLE).norm2Number().doubleValue()
        : norm;
  }

  @Override
  public float[] copy(String name) {
    return view(name).dup('c').data().asFloat();
  }

  private INDArray view(String name) {
    return requireNonNull(views.get(name), name);
  }
}
