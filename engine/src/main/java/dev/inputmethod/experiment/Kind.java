package dev.inputmethod.experiment;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.CoreType;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of values that a setting takes. Each value has one canonical form: a {@link String},
 * {@link Long}, {@link Double}, {@link Boolean}, or a {@link List} of strings.
 */
sealed interface Kind
    permits Kind.Words, Kind.Whole, Kind.Real, Kind.Flag, Kind.Patterns, WordOr, ClippingKind {
  /** Returns the canonical form of a value in a file; empty after a problem. */
  Optional<Object> read(String name, Node node, Problems problems);

  /**
   * Returns the canonical form of a value in a record, in which a whole number may stand for a real
   * one.
   *
   * @throws IllegalArgumentException if it is of another type or not allowed
   */
  Object restored(Object stored);

  /** Describes the allowed values for messages. */
  String allowed();

  /** One of several words. */
  record Words(List<String> words) implements Kind {
    public Words {
      words = List.copyOf(words);
    }

    @Override
    public Optional<Object> read(String name, Node node, Problems problems) {
      if (node instanceof Node.Scalar scalar && words.contains(scalar.text())) {
        return Optional.of(scalar.text());
      }
      if (node instanceof Node.Scalar scalar && !node.isNull()) {
        problems.add(
            node.mark(),
            name + " " + scalar.described() + " is unknown" + Texts.guess(scalar.text(), words));
        return Optional.empty();
      }
      return wrong(this, name, node, problems);
    }

    @Override
    public Object restored(Object stored) {
      if (stored instanceof String word && words.contains(word)) {
        return word;
      }
      throw new IllegalArgumentException("not one of " + allowed());
    }

    @Override
    public String allowed() {
      return String.join(", ", words);
    }
  }

  /** A whole number within inclusive bounds. */
  record Whole(long least, long most) implements Kind {
    /** The largest integer that every JSON reader represents exactly: 2⁵³ − 1. */
    static final long LARGEST = (1L << 53) - 1;

    @Override
    public Optional<Object> read(String name, Node node, Problems problems) {
      if (node instanceof Node.Scalar scalar && CoreType.number(scalar).isPresent()) {
        Optional<Object> value =
            CoreType.integer(scalar)
                .filter(number -> number.bitLength() < Long.SIZE)
                .map(number -> number.longValue())
                .filter(number -> least <= number && number <= most)
                .map(number -> number);
        if (value.isEmpty()) {
          problems.add(
              node.mark(), name + " " + scalar.text() + " is not allowed; it takes " + allowed());
        }
        return value;
      }
      return wrong(this, name, node, problems);
    }

    @Override
    public Object restored(Object stored) {
      if (stored instanceof Number number
          && number.doubleValue() == Math.rint(number.doubleValue())
          && least <= number.doubleValue()
          && number.doubleValue() <= most) {
        return number.longValue();
      }
      throw new IllegalArgumentException("not " + allowed());
    }

    @Override
    public String allowed() {
      return "a whole number from " + least + " to " + most;
    }
  }

  /**
   * A real number.
   *
   * @param aboveLeast whether {@code least} itself is excluded
   * @param belowMost whether {@code most} itself is excluded
   */
  record Real(double least, boolean aboveLeast, double most, boolean belowMost) implements Kind {
    /** The interval [least, most]. */
    static Real closed(double least, double most) {
      return new Real(least, false, most, false);
    }

    /** The interval (least, most), without its ends. */
    static Real open(double least, double most) {
      return new Real(least, true, most, true);
    }

    /** The interval [least, most), without its upper end. */
    static Real closedOpen(double least, double most) {
      return new Real(least, false, most, true);
    }

    /** The interval (least, most], without its lower end. */
    static Real openClosed(double least, double most) {
      return new Real(least, true, most, false);
    }

    @Override
    public Optional<Object> read(String name, Node node, Problems problems) {
      if (node instanceof Node.Scalar scalar && CoreType.number(scalar).isPresent()) {
        double value = CoreType.number(scalar).getAsDouble() + 0.0; // -0.0 becomes 0.0
        if (holds(value)) {
          return Optional.of(value);
        }
        problems.add(
            node.mark(), name + " " + scalar.text() + " is not allowed; it takes " + allowed());
        return Optional.empty();
      }
      return wrong(this, name, node, problems);
    }

    private boolean holds(double value) {
      boolean enough = aboveLeast ? value > least : value >= least;
      boolean little = belowMost ? value < most : value <= most;
      return enough && little;
    }

    @Override
    public Object restored(Object stored) {
      if (stored instanceof Number number && holds(number.doubleValue())) {
        return number.doubleValue();
      }
      throw new IllegalArgumentException("not " + allowed());
    }

    @Override
    public String allowed() {
      String from = (aboveLeast ? "above " : "from ") + Values.text(least);
      String to = belowMost ? "below " : aboveLeast ? "at most " : "";
      return "a number " + from + (aboveLeast ? " and " : " to ") + to + Values.text(most);
    }
  }

  /** True or false. */
  record Flag() implements Kind {
    private static final List<String> YES = List.of("yes", "on", "y");
    private static final List<String> NO = List.of("no", "off", "n");

    @Override
    public Optional<Object> read(String name, Node node, Problems problems) {
      if (node instanceof Node.Scalar scalar && scalar.type() == CoreType.BOOLEAN) {
        return Optional.of(CoreType.truth(scalar.text()));
      }
      if (node instanceof Node.Scalar scalar && !node.isNull()) {
        String word = scalar.text().toLowerCase(Locale.ROOT);
        String meant = YES.contains(word) ? "true" : NO.contains(word) ? "false" : scalar.text();
        problems.add(
            node.mark(),
            name
                + " "
                + scalar.described()
                + " is unknown"
                + (meant.equals(scalar.text())
                    ? Texts.guess(meant, List.of("true", "false"))
                    : "; did you mean '" + meant + "'? (true, false)"));
        return Optional.empty();
      }
      return wrong(this, name, node, problems);
    }

    @Override
    public Object restored(Object stored) {
      if (stored instanceof Boolean) {
        return stored;
      }
      throw new IllegalArgumentException("neither true nor false");
    }

    @Override
    public String allowed() {
      return "true, false";
    }
  }

  /**
   * A file or an Ant-style pattern, or a list of them. The canonical form of a list of one is its
   * element.
   */
  record Patterns() implements Kind {
    @Override
    public Optional<Object> read(String name, Node node, Problems problems) {
      if (node instanceof Node.Scalar) {
        return Values.text(name, node, problems).map(text -> text);
      }
      if (node instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.items()) {
          Values.text(name, item, problems).ifPresent(texts::add);
        }
        if (texts.size() < sequence.items().size()) {
          return Optional.empty();
        }
        return Optional.of(texts.size() == 1 ? texts.get(0) : List.copyOf(texts));
      }
      return wrong(this, name, node, problems);
    }

    @Override
    public Object restored(Object stored) {
      if (stored instanceof String) {
        return stored;
      }
      if (stored instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
        return List.copyOf(list);
      }
      throw new IllegalArgumentException("neither a text nor a list of texts");
    }

    @Override
    public String allowed() {
      return "a file, an Ant-style pattern, or a list of them";
    }
  }

  /** Reports that a value of this kind is missing, or that another type of value was given. */
  static Optional<Object> wrong(Kind kind, String name, Node node, Problems problems) {
    String found = node.isNull() ? " has no value" : " is " + node.described();
    String hint = node instanceof Node.Sequence ? "; several values go under sweep" : "";
    if (node instanceof Node.Scalar scalar
        && !scalar.plain()
        && CoreType.of(scalar.text()) != CoreType.TEXT) {
      found = " is the text " + scalar.described();
      hint = ", without quotes";
    }
    problems.add(node.mark(), name + found + "; it takes " + kind.allowed() + hint);
    return Optional.empty();
  }
}
