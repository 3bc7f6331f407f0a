package dev.inputmethod.yaml;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Explains syntax errors of YAML in terms of what the user can fix. */
final class YamlSyntax {
  private YamlSyntax() {}

  static void report(MarkedYAMLException e, YamlComposer.Places places, Problems problems) {
    org.yaml.snakeyaml.error.Mark mark =
        e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    Mark place =
        mark == null ? places.at(1, 1) : places.at(mark.getLine() + 1, mark.getColumn() + 1);
    problems.add(place, "is not YAML: " + explained(e, place.line() > 0));
  }

  private static String explained(MarkedYAMLException e, boolean lines) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    if (problem.contains("TAB")) {
      return "a tab is not allowed here; use spaces";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "':' is not expected here; check the indentation and the line before, or put a value"
          + " that contains ': ' in quotes";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a key without ':' ends here; write 'key: value'";
    }
    if (problem.contains("unexpected end of stream") || problem.contains("<stream end>")) {
      return "the file ends inside " + opened(context) + since(e, lines) + "; close it";
    }
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      return opened(context) + since(e, lines) + " needs ',' or its closing bracket here";
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return "this does not belong to the map or list begun"
          + since(e, lines)
          + "; check the indentation";
    }
    if (problem.contains("expected '<document start>'")) {
      return "this does not belong to what comes before; check the indentation and the brackets";
    }
    if (problem.contains("cannot start any token")
        || problem.contains("expected the node content")) {
      return "no value can begin here; put a text with special characters in quotes";
    }
    if (problem.contains("escape character")) {
      return "'\\' begins no known escape here; write '\\\\', or use single quotes";
    }
    return (context + " " + problem).replaceAll("\\s+", " ").strip();
  }

  private static String opened(String context) {
    if (context.contains("flow sequence")) {
      return "the list";
    }
    if (context.contains("flow mapping")) {
      return "the map";
    }
    return context.contains("flow node") ? "a list or map in brackets" : "a text in quotes";
  }

  private static String since(MarkedYAMLException e, boolean lines) {
    return !lines || e.getContextMark() == null
        ? ""
        : " on line " + (e.getContextMark().getLine() + 1);
  }
}
