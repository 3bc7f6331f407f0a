package dev.inputmethod.reports.html;

import java.util.List;

/**
 * The section on whether gradients vanish, and when. Everything but the charts is plain text that
 * the template escapes.
 *
 * @param lead the verdicts in a sentence or two
 * @param caption of the table
 * @param places what half-lives are counted in: {@code words} or {@code steps}
 * @param rows one for each configuration; empty where nothing was probed
 * @param reach pictures of all configurations' reach, and of half-life against loss
 * @param heatTitle above the heat maps
 * @param heatCaption below that
 * @param scale what the heat maps' colours mean
 * @param heat one heat map for each trial drawn; empty where reach was not measured over training
 * @param training pictures of spectra and saturation over training
 * @param trainingNote says why there are none; empty where there are some
 * @param words what the words mean, for someone who has not read the papers
 */
public record GradientSection(
    String lead,
    String caption,
    String places,
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
   * @param history an anchor to its heat map; empty if there is none
   * @param reach trusted markup; empty if it was not measured
   */
  public record Row(
      String key,
      String number,
      String name,
      String history,
      VerdictCell verdict,
      HalfLifeCell halfLife,
      RatioCell ratio,
      String reach,
      AdviceCell advice) {}

  /**
   * What most seeds are called.
   *
   * @param sign a character beside the words
   * @param words the verdict
   * @param seeds how many seeds say so, and what the others say
   */
  public record VerdictCell(String sign, String words, String seeds) {}

  /**
   * How fast the gradient falls.
   *
   * @param steps the half-life
   * @param interval of it; empty if there is none
   * @param caution what is to be known beside it; may be empty
   */
  public record HalfLifeCell(String steps, String interval, String caution) {}

  /**
   * What is left of the gradient.
   *
   * @param ratio g(far)/g(1)
   * @param evidence where far is, and how many contexts are behind it
   * @param leftOut which seeds the mean leaves out; empty if none
   * @param comparison with the control's; may be empty
   */
  public record RatioCell(String ratio, String evidence, String leftOut, String comparison) {}

  /**
   * What to do about it.
   *
   * @param advice one sentence that names the setting to try
   * @param reason one sentence with the numbers
   */
  public record AdviceCell(String advice, String reason) {}

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
