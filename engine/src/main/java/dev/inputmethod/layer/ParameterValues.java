package dev.inputmethod.layer;

import java.util.Set;

/**
 * A network's parameters, their gradients or their updates, by {@linkplain ParameterNames name};
 * read while a step is observed, and not longer.
 */
public interface ParameterValues {

  /** In the order of the network's flat view. */
  Set<String> names();

  /** ‖·‖₂ of one. */
  double norm(String name);

  /** All numbers of one, row-major. */
  float[] copy(String name);
}
