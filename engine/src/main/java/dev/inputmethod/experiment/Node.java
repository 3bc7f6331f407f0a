package dev.inputmethod.experiment;

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

  /** Whether nothing was written: {@code key:} with no value, or {@code null}. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.type() == CoreType.NULL;
  }
}
