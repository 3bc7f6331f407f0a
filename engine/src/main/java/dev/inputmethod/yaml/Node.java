package dev.inputmethod.yaml;

import java.util.List;

/** A value as YAML wrote it, with its place; aliases and merge keys are already followed. */
public sealed interface Node {
  Mark mark();

  /** What a message calls it. */
  String described();

  /**
   * A value without parts.
   *
   * @param plain without quotes, so that its form decides its type
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

  /** How many levels there are: 1 for a scalar. */
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

  /** Whether nothing was written: {@code key:} with no value, or {@code null}. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.type() == CoreType.NULL;
  }
}
