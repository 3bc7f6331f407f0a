package dev.inputmethod.batch;

import dev.inputmethod.problem.Texts;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Project;

/**
 * Properties like Ant's: the first value of a property is kept, {@code ${name}} is replaced by a
 * value, and {@code $$} by a dollar sign.
 */
final class PropertyTable {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\{([^}]*)}");

  private final Project project = new Project();
  private final Problems problems;

  /**
   * @param given properties from the command line, which take precedence
   */
  PropertyTable(Map<String, String> given, Problems problems) {
    this.problems = problems;
    given.forEach(project::setUserProperty);
  }

  /** Sets a property unless it is set; its value may refer to properties that are set. */
  void define(String name, Located<String> value) {
    if (project.getProperty(name) == null) {
      project.setNewProperty(name, expand(value));
    }
  }

  /** Replaces the properties in a text; unknown ones are problems. */
  String expand(Located<String> text) {
    Matcher references = REFERENCE.matcher(text.value());
    boolean known = true;
    while (references.find()) {
      String name = references.group(1);
      if (name != null && project.getProperty(name) == null) {
        known = false;
        complain(text.mark(), name);
      }
    }
    try {
      return known ? project.replaceProperties(text.value()) : text.value();
    } catch (BuildException e) {
      problems.add(
          text.mark(), Texts.quoted(text.value()) + ": '${' without '}'; write '$$' for a dollar");
      return text.value();
    }
  }

  private void complain(Mark mark, String name) {
    List<String> set = List.copyOf(new TreeSet<>(project.getPropertyNames()));
    problems.add(
        mark,
        "property "
            + Texts.quoted(name)
            + " is not set"
            + Texts.guess(name, set)
            + "; set it above, or with -D"
            + name
            + "=value");
  }
}
