package dev.inputmethod.experiment;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import dev.inputmethod.yaml.YamlComposer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings that override those of every experiment file, as in {@code
 * -Dinputmethod.set=training.epochs=1,sweep.cell=[rnn,lstm]}: names and YAML flow values, separated
 * by commas outside brackets, braces and quotes. The reader reports mistakes in them together with
 * those in the files.
 */
public final class Overrides {
  static final String OPTION = "inputmethod.set";

  private final String text;

  private Overrides(String text) {
    this.text = text;
  }

  /**
   * Creates overrides from the text of an option.
   *
   * @param text may be blank for no overrides
   */
  public static Overrides parse(String text) {
    return new Overrides(text);
  }

  /** Parses the overrides, in order. */
  List<Node.Entry> entries(Problems problems) {
    List<Node.Entry> entries = new ArrayList<>();
    for (String part : text.isBlank() ? List.<String>of() : parts(text, problems)) {
      entry(part, problems).ifPresent(entries::add);
    }
    return entries;
  }

  private static Optional<Node.Entry> entry(String part, Problems problems) {
    Mark mark = Mark.option(OPTION);
    int equals = part.indexOf('=');
    String name = equals < 0 ? "" : part.substring(0, equals).strip();
    if (name.isEmpty()) {
      problems.add(
          mark,
          Texts.quoted(part.strip())
              + " sets nothing; write name=value, and put a value with a comma in quotes or"
              + " brackets");
      return Optional.empty();
    }
    Problems inside = new Problems();
    Optional<Node> node =
        YamlComposer.compose(part.substring(equals + 1).strip(), (line, column) -> mark, inside);
    inside
        .messages()
        .forEach(
            message -> {
              String value = "the value of " + Texts.quoted(name);
              boolean ofItself = message.startsWith("is ");
              problems.add(mark, ofItself ? value + " " + message : "in " + value + ": " + message);
            });
    return node.map(value -> new Node.Entry(new Node.Scalar(mark, name, true), value));
  }

  /** Splits the text at commas outside brackets, braces and quotes. */
  private static List<String> parts(String text, Problems problems) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    char quote = 0;
    boolean fresh = false; // whether a quote here would start a value
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        if (c == '\\' && quote == '"') {
          at++;
        } else if (c == quote) {
          quote = 0;
        }
        continue;
      }
      if (fresh && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth <= 0) {
        parts.add(text.substring(start, at));
        start = at + 1;
        depth = 0;
      }
      fresh = "=[{,:".indexOf(c) >= 0 || (fresh && Character.isWhitespace(c));
    }
    parts.add(text.substring(start));
    if (quote != 0) {
      problems.add(Mark.option(OPTION), "a quote (" + quote + ") is not closed");
      return List.of();
    }
    return parts;
  }
}
