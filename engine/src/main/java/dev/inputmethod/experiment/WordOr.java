package dev.inputmethod.experiment;

import dev.inputmethod.yaml.CoreType;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.Optional;

/**
 * A word with a special meaning, or a number.
 *
 * @param number a {@link Kind.Whole} or {@link Kind.Real}
 */
record WordOr(String word, Kind number) implements Kind {
  @Override
  public Optional<Object> read(String name, Node node, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals(word)) {
      return Optional.of(word);
    }
    if (node instanceof Node.Scalar scalar && CoreType.number(scalar).isPresent()) {
      return number.read(name, node, problems);
    }
    return Kind.wrong(this, name, node, problems);
  }

  @Override
  public Object restored(Object stored) {
    return word.equals(stored) ? stored : number.restored(stored);
  }

  @Override
  public String allowed() {
    return word + ", or " + number.allowed();
  }
}
