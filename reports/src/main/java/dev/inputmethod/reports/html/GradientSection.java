package dev.inputmethod.reports.html;

import java.util.List;

/**
 * Whether gradients vanish, and when: what a reader sees first. Everything but the charts is plain
 * text that the template escapes.
 *
 * @param lead what the verdicts come to
 * @param caption of the table
 * @param rows a configuration each; empty where nothing was probed
 * @param reach pictures of all configurations' reach, and of half-life against loss
 * @param heatTitle above the heat maps
 * @param heatCaption below that
 * @param scale what the heat maps' colours mean
 * @param heat a heat map each; empty where reach was not measured over training
 * @param training pictures of spectra and saturation over training
 * @param trainingNote said where there are none; empty where there are
 * @param words what the words mean, for someone who has not read the papers
 */
public record GradientSection(
    String lead,
    String caption,
    List<Row> rows,
    List<Figure> reach,
    String heatTitle,
    String heatCaption,
    List<Swatch> scale,
    List<Heat> heat,
    List<Figure> training,
    String trainingNote,
    List<Word> words) {
  public GradientSection {
    rows = List.copyOf(rows);
    reach = List.copyOf(reach);
    scale = List.copyOf(scale);
    heat = List.copyOf(heat);
    training = List.copyOf(training);
    words = List.copyOf(words);
  }

  /**
   * A configuration.
   *
   * @param key class of its lines
   * @param number its place in the report
   * @param name its name
   * @param sign a character for the verdict, beside its words
   * @param verdict in words
   * @param seeds how many seeds say so; what the others say
   * @param halfLife steps
   * @param interval of the half-life; empty if there is none
   * @param caution what is to be known beside the half-life; may be empty
   * @param ratio g(far)/g(1)
   * @param evidence where far is, and how many contexts are behind it
   * @param comparison of the ratio with another configuration's; may be empty
   * @param reach trusted markup; empty if it was not measured
   * @param reason one sentence with the numbers
   * @param advice one sentence that names the setting to try
   * @param history an anchor to its heat map; empty if there is none
   */
  public record Row(
      String key,
      String number,
      String name,
      String sign,
      String verdict,
      String seeds,
      String halfLife,
      String interval,
      String caution,
      String ratio,
      String evidence,
      String comparison,
      String reach,
      String reason,
      String advice,
      String history) {}

  /**
   * What a colour of the heat maps means.
   *
   * @param colour its class
   * @param text the ratios
   */
  public record Swatch(String colour, String text) {}

  /**
   * A heat map that can be folded.
   *
   * @param anchor its id
   * @param name the configuration
   * @param key class of its lines
   * @param summary when it vanished, in words
   * @param open whether it is unfolded at first
   * @param svg trusted markup
   */
  public record Heat(
      String anchor, String name, String key, String summary, boolean open, String svg) {}

  /**
   * What a word means.
   *
   * @param anchor its id
   * @param word itself
   * @param meaning in a few sentences
   */
  public record Word(String anchor, String word, String meaning) {}
}
