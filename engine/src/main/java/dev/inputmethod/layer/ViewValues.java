package dev.inputmethod.layer;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Values in views of DL4J's flat arrays. */
record ViewValues(Map<String, INDArray> views) implements ParameterValues {

  @Override
  public Set<String> names() {
    return views.keySet();
  }

  @Override
  public double norm(String name) {
    return view(name).norm2Number().doubleValue();
  }

  @Override
  public float[] copy(String name) {
    return view(name).dup('c').data().asFloat();
  }

  private INDArray view(String name) {
    return requireNonNull(views.get(name), name);
  }
}
