package dev.inputmethod.reports.html;

import java.util.List;

/**
 * The configurations, best first.
 *
 * @param caption what the table shows
 * @param loss the metric that ranks, such as {@code cross-entropy}
 * @param perplexities whether it is shown as perplexity too
 * @param ranked whether its order means anything
 * @param settings headings of the differing settings
 * @param metrics headings of the test metrics
 * @param rows one for each configuration
 * @param baselines rows of what needs no training
 * @param pictures whether rows have small pictures of loss and reach
 */
public record ResultTable(
    String caption,
    String loss,
    boolean perplexities,
    boolean ranked,
    List<String> settings,
    List<String> metrics,
    List<Row> rows,
    List<Baseline> baselines,
    boolean pictures) {

  /**
   * A configuration.
   *
   * @param key class of its lines, such as {@code c3}
   * @param name what it is called in charts
   * @param rank its place; a dash if it has none
   * @param settings values of the differing settings
   * @param validation loss, mean ± deviation
   * @param perplexity of the validation split
   * @param seeds completed of all
   * @param note such as {@code within the spread}
   * @param metrics test figures
   * @param loss trusted markup
   * @param reach trusted markup; empty if it was not measured
   */
  public record Row(
      String key,
      String name,
      Cell rank,
      List<Cell> settings,
      Cell validation,
      Cell perplexity,
      Cell seeds,
      String note,
      List<Cell> metrics,
      String loss,
      String reach) {}

  /**
   * A table's cell.
   *
   * @param text what is read
   * @param small below it, such as the deviation; may be empty
   * @param order what it is sorted by: a number, or the text
   */
  public record Cell(String text, String small, String order) {
    static Cell of(String text) {
      return new Cell(text, "", text);
    }

    static Cell of(String text, double order) {
      return of(text, "", order);
    }

    static Cell of(String text, String small, double order) {
      return new Cell(text, small, Double.isFinite(order) ? Double.toString(order) : "");
    }
  }

  /**
   * What needs no training, on the test split.
   *
   * @param name such as {@code unigram baseline, needs no training}
   * @param metrics in the table's order
   */
  public record Baseline(String name, List<String> metrics) {}
}
