package dev.inputmethod.experiment;

import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import dev.inputmethod.yaml.Texts;
import java.util.List;
import java.util.Optional;

/**
 * A word, or a map of one name to a number, such as {@code {globalNorm: 5}}: held as that text.
 *
 * @param names one of which the map has
 */
record WordOrMember(String word, List<String> names, Kind.Real number) implements Kind {
  WordOrMember {
    names = List.copyOf(names);
  }

  @Override
  public Optional<Object> read(String name, Node node, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals(word)) {
      return Optional.of(word);
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
    if (!names.contains(key)) {
      problems.add(
          entry.key().mark(), "key " + Texts.quoted(key) + " is unknown" + Texts.guess(key, names));
      return Optional.empty();
    }
    return number.read(key, entry.value(), problems).map(value -> text(key, (Double) value));
  }

  @Override
  public Object restored(Object stored) {
    if (word.equals(stored)) {
      return stored;
    }
    for (String name : names) {
      if (stored instanceof String text && names(name, text)) {
        try {
          return text(name, number(text));
        } catch (NumberFormatException e) {
          break;
        }
      }
    }
    throw new IllegalArgumentException("not " + allowed());
  }

  @Override
  public String allowed() {
    StringBuilder allowed = new StringBuilder(word);
    names.forEach(name -> allowed.append(", or {").append(name).append(": x}"));
    return allowed.append(" with x ").append(number.allowed()).toString();
  }

  /** The canonical text of a map of one name to a number. */
  static String text(String name, double number) {
    return "{" + name + ": " + Values.text(number) + "}";
  }

  /** Whether a canonical text is a map of this name. */
  static boolean names(String name, String canonical) {
    return canonical.startsWith("{" + name + ": ") && canonical.endsWith("}");
  }

  /** The number of a canonical text that is a map. */
  static double number(String canonical) {
    return Double.parseDouble(
        canonical.substring(canonical.indexOf(": ") + 2, canonical.length() - 1));
  }
}
