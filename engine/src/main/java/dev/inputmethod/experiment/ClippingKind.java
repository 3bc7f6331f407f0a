package dev.inputmethod.experiment;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How gradients are clipped: {@code none}, or a map of one name to a limit, such as {@code
 * {globalNorm: 5}}. The canonical value is the text of {@link Clipping#canonical}.
 */
record ClippingKind(Kind.Real limit) implements Kind {
  /** The word for no clipping. */
  static final String NONE = Clipping.By.NOTHING.word();

  /** The names of what can be limited. */
  static List<String> names() {
    return Arrays.stream(Clipping.By.values())
        .filter(by -> by != Clipping.By.NOTHING)
        .map(Clipping.By::word)
        .toList();
  }

  @Override
  public Optional<Object> read(String name, Node node, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals(NONE)) {
      return Optional.of(NONE);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      return Kind.wrong(this, name, node, problems);
    }
    if (mapping.entries().size() != 1) {
      problems.add(
          node.mark(),
          name + " has " + mapping.entries().size() + " entries; it takes " + allowed());
      return Optional.empty();
    }
    Node.Entry entry = mapping.entries().get(0);
    String key = entry.key().text();
    Optional<Clipping.By> by = Clipping.By.of(key);
    if (by.isEmpty()) {
      problems.add(
          entry.key().mark(),
          "key " + Texts.quoted(key) + " is unknown" + Texts.guess(key, names()));
      return Optional.empty();
    }
    return limit
        .read(key, entry.value(), problems)
        .map(most -> new Clipping(by.get(), (Double) most).canonical());
  }

  @Override
  public Object restored(Object stored) {
    try {
      Clipping clipping = Clipping.of(stored.toString());
      if (clipping.by() != Clipping.By.NOTHING) {
        Object unused = limit.restored(clipping.most());
      }
      return clipping.canonical();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not " + allowed(), e);
    }
  }

  @Override
  public String allowed() {
    StringBuilder allowed = new StringBuilder(NONE);
    names().forEach(name -> allowed.append(", or {").append(name).append(": x}"));
    return allowed.append(" with x ").append(limit.allowed()).toString();
  }
}
