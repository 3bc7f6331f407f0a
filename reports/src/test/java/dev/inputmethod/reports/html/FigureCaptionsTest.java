package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every picture of a report tells, and which pictures there are. */
class FigureCaptionsTest {
  private static final Pattern FIGURE =
      Pattern.compile(
          "<(?:figure|div) class=\"figure\" id=\"fig-([^\"]+)\">(.*?)</(?:figcaption|p)>",
          Pattern.DOTALL);

  /** With two seeds, with one, and of a task whose places are steps. */
  private static String words = "";

  private static String oneSeed = "";
  private static String steps = "";

  private final Path directory;

  FigureCaptionsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeAll
  static void write(@TempDir Path directory) {
    words = html(experiment(directory.resolve("words")));
    oneSeed = html(experiment(directory.resolve("one")).seeds(1));
    steps = html(experiment(directory.resolve("steps")).adding());
  }

  private static SyntheticExperiment experiment(Path directory) {
    return new SyntheticExperiment(directory)
        .sweeping(
            List.of("rnn", "lstm"),
            List.of(1L, 2L),
            List.of("forward", "bidirectional"),
            List.of(64L))
        .steps(10)
        .context(32)
        .attending("lstm")
        .probed();
  }

  private SyntheticExperiment rnn(List<Long> layers, List<String> directions) {
    return experiment(directory.resolve("rnn"))
        .sweeping(List.of("rnn"), layers, directions, List.of(64L));
  }

  private static String html(SyntheticExperiment experiment) {
    try {
      return Files.readString(HtmlReport.write(experiment.write().path()).page());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> captions(String html) {
    Map<String, String> captions = new LinkedHashMap<>();
    Matcher matcher = FIGURE.matcher(html);
    while (matcher.find()) {
      captions.put(matcher.group(1), matcher.group(2));
    }
    return captions;
  }

  private static String picture(String id, String html) {
    int start = html.indexOf("id=\"" + id + "\"");
    assertThat(start).as("there is %s", id).isPositive();
    int from = html.lastIndexOf("<svg", start);
    return html.substring(from, html.indexOf("</svg>", from));
  }

  private static int count(String regex, String html) {
    return (int) Pattern.compile(regex).matcher(html).results().count();
  }

  @Test
  void every_figure_has_a_caption_with_its_unit() {
    Map<String, String> captions = captions(words);

    assertThat(captions.keySet())
        .containsExactly(
            "reach-input",
            "reach-relative",
            "reach-factors",
            "attention",
            "half-life",
            "heat",
            "jacobian",
            "weight",
            "saturation",
            "loss-all",
            "loss-each",
            "reach-hidden",
            "reach-hidden-relative",
            "reach-each",
            "reach-positions",
            "norm-all",
            "norm-each",
            "update-each");
    // Heat maps are no figure, but folded lists of pictures with a caption.
    assertThat(count("<figcaption>", words)).isEqualTo(captions.size() - 1);
    captions.forEach(
        (id, caption) ->
            assertThat(caption)
                .as(id)
                .containsPattern("(?i)in nats per |nats per word|without unit|from 0 to 1"));
  }

  @Test
  void every_figure_of_a_task_without_words_has_the_unit_of_that_task() {
    captions(steps)
        .forEach(
            (id, caption) ->
                assertThat(caption)
                    .as(id)
                    .containsPattern(
                        "(?i)in units of the loss per |without unit|from 0 to 1|in steps back")
                    .doesNotContain("nats per unit")
                    .doesNotContain(" word"));
  }

  @Test
  void contexts_without_padding_have_one_name() {
    assertThat(captions(words).values())
        .noneMatch(caption -> caption.contains("real context"))
        .noneMatch(caption -> caption.contains("real example"));
  }

  @Test
  void bands_are_what_their_caption_says() {
    Map<String, String> several = captions(words);
    Map<String, String> one = captions(oneSeed);

    for (String id : List.of("reach-input", "reach-each")) {
      assertThat(several.get(id)).contains("one standard deviation of the logarithms over seeds.");
      assertThat(one.get(id))
          .contains("95 % intervals of a bootstrap over the probed contexts")
          .doesNotContain("standard deviation");
    }
    assertThat(several.get("reach-relative"))
        .contains("Bands: one standard deviation over seeds of the logarithm of the ratio");
    assertThat(one.get("reach-relative")).contains("A single seed has no band here.");
    assertThat(several.get("saturation")).contains("with a band of one standard deviation");
    assertThat(one.values()).noneMatch(caption -> caption.contains("standard deviation"));
  }

  @Test
  void one_seed_s_relative_curve_is_drawn_without_a_band() {
    assertThat(picture("reach-input-chart", oneSeed)).contains(" band\"");
    assertThat(picture("reach-relative-chart", oneSeed)).doesNotContain(" band\"");
  }

  @Test
  void layers_below_a_bidirectional_one_are_drawn_over_position() {
    String html = html(rnn(List.of(1L, 2L), List.of("forward", "bidirectional")));

    assertThat(count("<svg[^>]* id=\"position-\\d+\"", html)).isOne();
    String deep = html.substring(html.indexOf("id=\"fig-reach-positions\""));
    String svg = deep.substring(deep.indexOf("<svg"), deep.indexOf("</svg>"));
    assertThat(svg)
        .contains("data-x=\"1.0 32.0 linear\"", "position t, 1 to 32", ">s1<", ">s1←<")
        .containsPattern("class=\"c\\d state\"")
        .containsPattern("class=\"c\\d back state\"");
    // Over distance are: layer 1 of three networks with both halves of one, layer 2 likewise.
    assertThat(count("class=\"c\\d hidden\"", html)).isEqualTo(1 + 2 + 2 + 2);
    assertThat(captions(html).get("reach-positions"))
        .contains("no decay is fitted", "both ends of the context");
    assertThat(captions(html).get("reach-each")).contains("drawn in the next figure");
  }

  @Test
  void without_such_layers_there_is_no_such_figure() {
    Map<String, String> captions = captions(html(rnn(List.of(1L), List.of("bidirectional"))));

    assertThat(captions).doesNotContainKey("reach-positions");
    assertThat(captions.get("reach-each")).doesNotContain("next figure", "LSTM’s top layer");
  }

  @Test
  void an_lstm_has_h_alone_beside_its_state() {
    int lstms = 4;

    assertThat(count("class=\"c\\d alone\"", words)).isEqualTo(lstms);
    assertThat(captions(words).get("reach-each")).contains("h alone at an LSTM’s top layer");
  }

  @Test
  void spectra_say_how_little_they_rest_on_and_over_how_many_steps() {
    assertThat(captions(words).get("jacobian"))
        .contains("over the last k = min(T − 1, 64) steps")
        .contains("in each trial on 8 Jacobians")
        .contains("on 4 contexts");
  }

  @Test
  void the_gate_that_keeps_the_state_has_its_half_life_drawn() {
    assertThat(words).contains("<h4>half-life of the forget gate (LSTM), update gate (GRU)</h4>");
    String svg = picture("gate-0", words);
    assertThat(svg).contains("half-life, steps");
    assertThat(count("class=\"c\\d probe\"", svg)).isEqualTo(4);
    assertThat(captions(words).get("saturation")).contains("−ln 2 / ln f̄");

    String rnn = html(rnn(List.of(1L), List.of("forward")));
    assertThat(rnn).doesNotContain("id=\"gate-0\"");
    assertThat(captions(rnn).get("saturation")).doesNotContain("ln f̄");
  }

  @Test
  void updates_are_drawn_relative_to_their_parameters() {
    int parameters = count("<svg[^>]* id=\"norm-\\d+\"", words);

    assertThat(count("<svg[^>]* id=\"update-\\d+\"", words)).isEqualTo(parameters);
    assertThat(picture("update-0", words)).contains("log₁₀(‖Δθ‖/‖θ‖)", "class=\"limit\"");
    assertThat(captions(words).get("update-each")).contains("The dashed line is −3");
  }

  @Test
  void distances_are_counted_in_words_of_a_corpus_and_in_steps_of_a_task() {
    assertThat(words).contains("half-life</a>, words</th>");
    assertThat(picture("heat-0-chart", words)).contains("distance d, words back");
    assertThat(steps).contains("half-life</a>, steps</th>");
    assertThat(picture("heat-0-chart", steps)).contains("distance d, steps back");
  }
}
