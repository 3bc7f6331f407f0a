package dev.inputmethod.yaml;

import dev.inputmethod.problem.Texts;
import java.util.List;

/** A YAML value with its position. Aliases and merge keys have been resolved. */
public sealed interface Node {
  Mark mark();

  /** Describes the value for a message. */
  String described();

  /**
   * A scalar.
   *
   * @param plain whether it has no quotes, so that its text decides its type
   */
  record Scalar(Mark mark, String text, boolean plain) implements Node {
    public CoreType type() {
      return plain ? CoreType.of(text) : CoreType.TEXT;
    }

    @Override
    public String described() {
      return type() == CoreType.NULL ? "nothing" : Texts.quoted(text);
    }
  }

  record Sequence(Mark mark, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String described() {
      return "a list";
    }
  }

  record Mapping(Mark mark, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String described() {
      return "a map";
    }
  }

  record Entry(Scalar key, Node value) {}

  /** Returns the number of levels: 1 for a scalar. */
  default int depth() {
    int deepest = 0;
    if (this instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        deepest = Math.max(deepest, item.depth());
      }
    } else if (this instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        deepest = Math.max(deepest, entry.value().depth());
      }
    }
    return deepest + 1;
  }

  /** Whether no value is given: {@code key:} or {@code key: null}. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.type() == CoreType.NULL;
  }
}
