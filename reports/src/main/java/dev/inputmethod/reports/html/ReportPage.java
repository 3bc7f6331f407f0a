package dev.inputmethod.reports.html;

import java.util.List;

/**
 * The content of the report's template. Everything but {@link Document}, the charts and the styles
 * is plain text that the template escapes.
 *
 * @param document what every page has
 * @param experiment the experiment's name
 * @param question the title; the experiment's name if no question was asked
 * @param answer one sentence
 * @param gradient whether gradients vanish, and when
 * @param sureness what the answer rests on, one sentence each
 * @param legend what lines look like; empty if all look alike
 * @param table the configurations
 * @param loss pictures of the loss
 * @param reach pictures of the gradient's reach
 * @param reachNote text under the heading: what is not drawn, or why nothing is
 * @param norms pictures of gradient norms
 * @param normsNote text under the heading
 * @param failures failed trials
 * @param unfinished names of the trials without a record
 * @param origin where the figures come from and how to repeat them
 */
public record ReportPage(
    Document document,
    String experiment,
    String question,
    String answer,
    GradientSection gradient,
    List<String> sureness,
    List<LegendEntry> legend,
    ResultTable table,
    List<Figure> loss,
    List<Figure> reach,
    String reachNote,
    List<Figure> norms,
    String normsNote,
    List<Failure> failures,
    List<String> unfinished,
    Origin origin) {

  /**
   * What every page has.
   *
   * @param title of the window
   * @param styles trusted CSS
   * @param script trusted JavaScript
   * @param policy content security policy: only these styles and this script, by their hashes
   */
  public record Document(String title, String styles, String script, String policy) {}

  /**
   * What the looks of one setting mean.
   *
   * @param axis the setting, such as {@code cell}
   * @param samples its values
   */
  public record LegendEntry(String axis, List<Sample> samples) {
    public LegendEntry {
      samples = List.copyOf(samples);
    }
  }

  /**
   * What one look means.
   *
   * @param value the setting's value
   * @param svg trusted markup: a line or patches that look so
   */
  public record Sample(String value, String svg) {}

  /**
   * A failed trial.
   *
   * @param trial its name
   * @param configuration its configuration's name
   * @param reason why it ended
   * @param reached the best epoch before it failed
   */
  public record Failure(
      String trial, String configuration, String seed, String reason, String reached) {}

  /**
   * Where the figures come from and how to repeat them.
   *
   * @param command what repeats the experiment
   * @param sourceName the experiment file's name
   * @param source the experiment file
   * @param facts names and values
   * @param data rows of what the trials learned from
   * @param files which of {@code results.csv} and {@code results.json} stand beside the page
   */
  public record Origin(
      String command,
      String sourceName,
      String source,
      List<Fact> facts,
      List<Fact> data,
      List<String> files) {}

  /** A name and its value. */
  public record Fact(String name, String value) {}
}
