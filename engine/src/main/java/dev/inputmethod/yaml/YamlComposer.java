package dev.inputmethod.yaml;

import dev.inputmethod.problem.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Composes {@link Node}s from SnakeYAML's events. SnakeYAML's own composer resolves types by YAML
 * 1.1, stops at the first duplicate key, and lets a few lines of nested aliases grow without bound.
 * This one never constructs a class, limits nesting and growth, and reports every mistake with its
 * position.
 */
public final class YamlComposer {
  static final int DEEPEST = 50;
  static final int MOST_VALUES = 100_000;

  /** Converts SnakeYAML's line and column into a position in the user's source. */
  public interface Places {
    Mark at(int line, int column);
  }

  private record Anchored(Node node, int values, int depth) {}

  /** The document cannot be read further; the problem has been reported. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }

  private final Parser events;
  private final Places places;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int values;

  private YamlComposer(Parser events, Places places, Problems problems) {
    this.events = events;
    this.places = places;
    this.problems = problems;
  }

  /** Returns the only document of a text; empty after a problem that prevented reading it. */
  public static Optional<Node> compose(String text, Places places, Problems problems) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(SourceText.LARGEST_BYTES);
    limits.setNestingDepthLimit(DEEPEST);
    try {
      Parser events = new ParserImpl(new StreamReader(text), limits);
      return Optional.of(new YamlComposer(events, places, problems).document());
    } catch (MarkedYAMLException e) {
      YamlSyntax.report(e, places, problems);
      return Optional.empty();
    } catch (ReaderException e) {
      String found = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
      problems.add(places.at(1, 1), "contains character " + found + ", which YAML does not allow");
      return Optional.empty();
    } catch (Stopped e) {
      return Optional.empty();
    }
  }

  private Node document() {
    events.getEvent(); // the stream's start
    Event start = events.getEvent();
    if (start.is(Event.ID.StreamEnd)) {
      return new Node.Scalar(places.at(1, 1), "", true);
    }
    Node root = node(events.getEvent(), 1);
    events.getEvent(); // the document's end
    Event after = events.getEvent();
    if (!after.is(Event.ID.StreamEnd)) {
      problems.add(mark(after), "a second document starts here; only one is allowed");
    }
    return root;
  }

  private Node node(Event event, int depth) {
    count(1, event);
    if (depth > DEEPEST) {
      throw stop(event, "is nested more than " + DEEPEST + " levels deep");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias, depth);
    }
    int before = values;
    refuseTag(event);
    Node node = collectionOrScalar(event, depth);
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, values - before, node.depth()));
    }
    return node;
  }

  private Node collectionOrScalar(Event event, int depth) {
    if (event instanceof ScalarEvent scalar) {
      boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
      return new Node.Scalar(mark(event), scalar.getValue(), plain);
    }
    if (event instanceof SequenceStartEvent) {
      List<Node> items = new ArrayList<>();
      for (Event next = events.getEvent();
          !next.is(Event.ID.SequenceEnd);
          next = events.getEvent()) {
        items.add(node(next, depth + 1));
      }
      return new Node.Sequence(mark(event), items);
    }
    return mapping(event, depth);
  }

  private Node mapping(Event start, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (Event next = events.getEvent(); !next.is(Event.ID.MappingEnd); next = events.getEvent()) {
      Node key = node(next, depth + 1);
      Node value = node(events.getEvent(), depth + 1);
      if (!(key instanceof Node.Scalar name)) {
        problems.add(mark(next), "a key is a name, not " + key.described());
        continue;
      }
      boolean merge = name.plain() && name.text().equals("<<");
      if (merge) {
        merged.add(value);
      } else if (entries.containsKey(name.text())) {
        int first = entries.get(name.text()).key().mark().line();
        String where = first == 0 ? "" : ", first on line " + first;
        problems.add(mark(next), Texts.quoted(name.text()) + " is given twice" + where);
      } else {
        entries.put(name.text(), new Node.Entry(name, value));
      }
    }
    merged.forEach(value -> merge(value, entries, start));
    return new Node.Mapping(mark(start), List.copyOf(entries.values()));
  }

  /**
   * Merges the entries of a merge key ({@code <<}) that are not present yet; the first map of a
   * list takes precedence.
   */
  private void merge(Node value, Map<String, Node.Entry> entries, Event where) {
    if (value instanceof Node.Mapping mapping) {
      count(mapping.entries().size(), where);
      mapping.entries().forEach(entry -> entries.putIfAbsent(entry.key().text(), entry));
    } else if (value instanceof Node.Sequence sequence
        && sequence.items().stream().allMatch(Node.Mapping.class::isInstance)) {
      sequence.items().forEach(item -> merge(item, entries, where));
    } else {
      problems.add(value.mark(), "'<<' takes a map or a list of maps, not " + value.described());
    }
  }

  private Node aliased(AliasEvent alias, int depth) {
    Anchored anchored = anchors.get(alias.getAnchor());
    if (anchored == null) {
      throw stop(
          alias,
          "alias '*"
              + alias.getAnchor()
              + "' has no anchor '&"
              + alias.getAnchor()
              + "' before it");
    }
    count(anchored.values(), alias);
    if (depth + anchored.depth() > DEEPEST) {
      throw stop(alias, "is nested more than " + DEEPEST + " levels deep");
    }
    return anchored.node();
  }

  private void refuseTag(Event event) {
    String tag = null;
    if (event instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
    } else if (event instanceof SequenceStartEvent sequence) {
      tag = sequence.getTag();
    } else if (event instanceof MappingStartEvent mapping) {
      tag = mapping.getTag();
    }
    if (tag != null) {
      problems.add(
          mark(event),
          "tag " + Texts.quoted(tag) + " is not allowed; write the value without a tag");
    }
  }

  private void count(int more, Event event) {
    values += more;
    if (values > MOST_VALUES) {
      throw stop(event, "contains more than " + MOST_VALUES + " values, counting aliases");
    }
  }

  private Stopped stop(Event event, String message) {
    problems.add(mark(event), message);
    return new Stopped();
  }

  private Mark mark(Event event) {
    return places.at(event.getStartMark().getLine() + 1, event.getStartMark().getColumn() + 1);
  }
}
