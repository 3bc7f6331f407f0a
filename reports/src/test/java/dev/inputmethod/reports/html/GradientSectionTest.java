package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.KnownAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradientSectionTest {
  private final Path directory;

  GradientSectionTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private SyntheticExperiment cells() {
    return new SyntheticExperiment(directory.resolve("cells"))
        .sweeping(List.of("rnn", "lstm"), List.of(1L), List.of("forward"), List.of(64L))
        .steps(40)
        .context(32)
        .probed();
  }

  private static String html(SyntheticExperiment experiment) {
    return page(experiment.write());
  }

  private static String page(ExperimentDirectory written) {
    try {
      return Files.readString(HtmlReport.write(written.path()).page());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String html) {
    int start = html.indexOf("<section id=\"gradients\">");
    return html.substring(start, html.indexOf("</section>", start));
  }

  private static Set<String> found(String regex, String html) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(regex).matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String row(String key, String html) {
    String table = html.substring(html.indexOf("<table id=\"verdicts\">"));
    int start = table.indexOf("<tr data-key=\"" + key + "\">");
    return table.substring(start, table.indexOf("</tr>", start));
  }

  @Test
  void it_is_the_first_section_after_the_answer() {
    assertThat(html(cells()))
        .containsSubsequence(
            "class=\"answer\"",
            "<section id=\"gradients\">",
            "<table id=\"verdicts\">",
            "id=\"fig-reach-input\"",
            "id=\"fig-reach-relative\"",
            "id=\"fig-half-life\"",
            "id=\"fig-heat\"",
            "id=\"fig-jacobian\"",
            "id=\"fig-weight\"",
            "id=\"fig-saturation\"",
            "<section id=\"sureness\">");
  }

  @Test
  void a_row_has_verdict_seeds_half_life_evidence_and_advice() {
    String html = html(cells());

    assertThat(html).contains("Short reach: RNN. Healthy: LSTM.");
    assertThat(row("c0", html))
        .contains("healthy</b>", "<small>2 seeds")
        .containsPattern(">5\\.[0-3] <small>\\(");
    assertThat(row("c1", html))
        .contains("short reach</b>")
        .containsPattern(">1\\.[45] <small>\\(1\\.[345] to 1\\.[456]\\)")
        .contains("d = 31, 256 contexts")
        .contains(
            "Try model.cell: gru or lstm.",
            "Seed 1: 31 words back, the gradient norm at the embedded words is ")
        .contains("id=\"verdict-reach-1\"")
        .contains("href=\"#heat-1\"");
  }

  @Test
  void one_thing_at_a_time_compares_with_the_control() {
    String html = html(cells().oneAtATime());

    assertThat(html)
        .containsPattern(
            "; 31 words back, RNN, the control, keeps [^ ]*10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+ of its gradient at 1"
                + " word back, the others up to 0\\.0[0-9]+ \\(LSTM\\)\\.")
        .doesNotContain("gradient halves every");
    assertThat(row("c0", html)).containsPattern("<small>[0-9.\\u202f]+ times the control’s");
    assertThat(row("c1", html)).contains("RNN (control)").doesNotContain("times the control");
    assertThat(html(cells())).doesNotContain("the control’s", "(control)");
  }

  @Test
  void nobody_is_said_to_keep_more_than_the_control_within_the_spread() {
    SyntheticExperiment alike = cells().decaying("rnn", 1L, 90).decaying("rnn", 2L, 90);

    assertThat(html(alike.oneAtATime()))
        .contains("at 1 word back, and no other configuration keeps clearly more.");
  }

  @Test
  void what_does_not_compare_with_the_control_is_left_out() {
    String bothWays =
        html(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(
                    List.of("rnn"), List.of(1L), List.of("forward", "bidirectional"), List.of(64L))
                .steps(40)
                .context(32)
                .probed()
                .oneAtATime());

    assertThat(bothWays)
        .contains("of its gradient at 1 word back.")
        .doesNotContain("times the control’s");
    assertThat(html(cells().oneAtATime().failing(Set.of("rnn"), "the loss became NaN")))
        .contains("LSTM’s gradient halves every")
        .doesNotContain("the control, keeps");
    assertThat(html(cells().oneAtATime().context(5)))
        .contains("the context is too short to judge how far back gradients reach")
        .doesNotContain("the control, keeps");
  }

  @Test
  void a_control_that_exploded_is_said_to_be_no_reference() {
    SyntheticExperiment exploding = cells().decaying("rnn", 1L, -5).decaying("rnn", 2L, -5);

    assertThat(html(exploding.oneAtATime()))
        .contains("; the control, RNN, exploded, so nothing can be compared with it.")
        .doesNotContain("the control, keeps");
    assertThat(html(exploding)).contains("Exploding: RNN.");
    assertThat(html(cells().oneAtATime())).doesNotContain("exploded");
  }

  @Test
  void nothing_left_is_zero_and_no_factor_of_anything() {
    String html = html(cells().decaying("rnn", 1L, 0.04).decaying("rnn", 2L, 0.04).oneAtATime());

    assertThat(html).contains("the control, keeps 0 of its gradient at 1 word back, the others");
    assertThat(row("c1", html)).contains("<td class=\"n\">0 <small>");
    assertThat(row("c0", html)).doesNotContain("times the control");
  }

  @Test
  void seeds_that_disagree_are_counted() {
    String html = html(cells().seeds(1, 2, 3).decaying("rnn", 3L, 40));

    assertThat(row("c1", html)).contains("short reach</b>", "2 of 3 seeds; healthy: 1");
  }

  @Test
  void seeds_that_a_mean_leaves_out_are_counted() {
    String html = html(cells().seeds(1, 2, 3).decaying("rnn", 3L, 0.02));

    assertThat(row("c1", html)).contains("2 of 3 seeds; 1 at 0", "2 of 3 seeds; 1 without a line");
    assertThat(row("c0", html)).doesNotContain("of 3 seeds");
  }

  @Test
  void a_curve_that_is_no_line_is_said_to_follow_a_power_law_where_that_fits_better() {
    assertThat(row("c1", html(cells().fallingByPowerLaw("rnn"))))
        .containsPattern(
            "no exponential decay, R² 0\\.[78][0-9]; a power law, g ∝ d\\^\\(−α\\) with α ="
                + " (1\\.0|0\\.9[0-9]), fits better");
  }

  @Test
  void a_half_life_beyond_the_context_is_told_as_such() {
    String html = html(cells().decaying("lstm", 1L, 90).decaying("lstm", 2L, 90));

    assertThat(row("c0", html)).contains("&gt; 32");
    assertThat(html).contains("c0 beyond mark").contains("A hollow point");
    assertThat(html).doesNotContain("LSTM’s gradient halves");
  }

  @Test
  void of_a_gradient_that_reaches_the_answer_tells_what_is_left() {
    assertThat(html(cells().decaying("lstm", 1L, 90).decaying("lstm", 2L, 90)))
        .containsPattern(
            "; RNN’s gradient halves every 1\\.[45] words, LSTM keeps 0\\.[678][0-9] of its"
                + " gradient 31 words back\\.");
  }

  @Test
  void older_records_without_probes_are_drawn_and_said_to_be_unjudged() {
    String html =
        html(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(List.of("rnn", "lstm"), List.of(1L), List.of("forward"), List.of(64L))
                .steps(40)
                .context(20));

    assertThat(section(html))
        .contains("Not judged: all 2 configurations.")
        .contains("Spectra and saturation were not measured in these trials")
        .contains("id=\"fig-reach-input\"")
        .contains("id=\"fig-heat\"")
        .doesNotContain("id=\"fig-jacobian\"")
        .doesNotContain("id=\"fig-saturation\"");
    assertThat(row("c1", html)).contains("not judged").containsPattern(">1\\.[45] <small>");
  }

  @Test
  void without_any_probe_there_is_a_sentence_and_no_table() {
    String section = section(html(cells().withoutReach()));

    assertThat(section).contains("No gradient was probed").contains("observe.reachEverySteps");
    assertThat(section).doesNotContain("<table").doesNotContain("<svg");
  }

  @Test
  void a_context_that_is_too_short_is_not_judged_by_its_curves() {
    String html = html(cells().context(5));

    assertThat(section(html))
        .contains("Not testable: all 2 configurations.")
        .contains("do not tell whether gradients vanish")
        .doesNotContain("id=\"fig-half-life\"");
    assertThat(row("c0", html)).contains("–").contains("too few distances");
  }

  @Test
  void heat_maps_have_colours_of_fixed_decades_and_the_edge_of_the_threshold() {
    String html = html(cells());
    String lstm = map("heat-0", html);
    String rnn = map("heat-1", html);

    // g(31)/g(1): e^(-30/7.5) = 0.018 of the LSTM, e^(-30/2.1) = 6e-7 of the RNN.
    assertThat(found("class=\"(h-[a-z0-9]+) heat\"", lstm)).contains("h-0", "h-1");
    assertThat(found("class=\"(h-[a-z0-9]+) heat\"", lstm)).doesNotContain("h-5", "h-6", "h-floor");
    assertThat(found("class=\"(h-[a-z0-9]+) heat\"", rnn)).contains("h-0", "h-3", "h-5", "h-6");
    assertThat(rnn)
        .contains("class=\"limit\"")
        .containsPattern("from distance 1[56] on at step 400");
    assertThat(found("data-x=\"([^\"]+)\"[^>]* id=\"heat-\\d+-chart\"", html)).hasSize(1);
    assertThat(html).contains("floor: below 10⁻⁸, or zero");
  }

  private static String map(String anchor, String html) {
    int start = html.indexOf("<details id=\"" + anchor + "\" open>");
    assertThat(start).as("%s is there and unfolded", anchor).isPositive();
    return html.substring(start, html.indexOf("</details>", start));
  }

  @Test
  void the_first_of_each_cell_is_unfolded_and_the_others_can_be_without_a_script() {
    String html =
        html(
            cells()
                .sweeping(
                    List.of("rnn", "lstm"), List.of(1L, 2L), List.of("forward"), List.of(64L)));

    assertThat(found("<details id=\"(heat-\\d)\" open>", html)).hasSize(2);
    assertThat(found("<details id=\"(heat-\\d)\">", html)).hasSize(2);
  }

  @Test
  void of_each_cell_a_map_over_the_longest_context_is_unfolded() {
    // Of each cell the rate 0.001 is better, and stands first.
    String html = html(cells().rates(List.of(0.001, 0.01)).context(0.001, 12));

    assertThat(found("<details id=\"(heat-\\d)\" open>", html)).hasSize(2);
    for (String anchor : found("<details id=\"(heat-\\d)\" open>", html)) {
      assertThat(map(anchor, html)).contains("learning rate 0.01, seed 1");
    }
  }

  @Test
  void every_seed_has_a_heat_map_the_best_one_first() {
    ExperimentDirectory written = cells().seeds(1, 2, 3).write();
    String html = page(written);
    List<Long> best =
        Comparison.of(written).configurations().stream()
            .map(it -> it.bestTrial().orElseThrow().seed())
            .toList();

    assertThat(found("<details id=\"(heat-0[^\"]*)\"", html))
        .containsExactlyInAnyOrder("heat-0", "heat-0-1", "heat-0-2");
    assertThat(best).anyMatch(seed -> seed != 1);
    assertThat(map("heat-0", html)).contains("LSTM, seed " + best.get(0) + "</b>");
    assertThat(map("heat-1", html)).contains("RNN, seed " + best.get(1) + "</b>");
  }

  @Test
  void more_maps_than_a_page_holds_are_those_of_best_trials() {
    long[] seeds = LongStream.rangeClosed(1, 31).toArray();
    String html = html(cells().steps(4).context(6).seeds(seeds));

    assertThat(found("<details id=\"(heat-[^\"]*)\"", html))
        .containsExactlyInAnyOrder("heat-0", "heat-1");
    assertThat(html).contains("of each configuration’s best trial.");
  }

  @Test
  void attention_is_drawn_over_distance_where_there_is_some() {
    assertThat(html(cells())).doesNotContain("fig-attention");

    String html = html(cells().attending("lstm"));
    String figure = html.substring(html.indexOf("id=\"fig-attention\""));
    figure = figure.substring(0, figure.indexOf("</svg>"));

    assertThat(figure).contains("Where attention looks", "weight a(d)", "c0 reach");
    assertThat(figure).doesNotContain("c1 reach");
  }

  @Test
  void distances_with_too_few_examples_are_left_blank_on_the_heat_map() {
    String html =
        html(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(List.of("lstm"), List.of(1L), List.of("forward"), List.of(64L))
                .steps(40)
                .context(60));

    // 4000·exp(-d/9) examples: at least 100 up to d = 33.
    assertThat(found("data-y=\"([^\"]+)\"[^>]* id=\"heat-0-chart\"", html))
        .containsExactly("0.5 33.5 linear");
  }

  @Test
  void rows_share_their_axes_and_show_the_threshold() {
    String html = html(cells());

    assertThat(found("data-y=\"([^\"]+)\"[^>]* id=\"verdict-reach-\\d\"", html)).hasSize(1);
    assertThat(found("id=\"(verdict-reach-\\d)\"", html)).hasSize(2);
    assertThat(row("c0", html)).contains("class=\"limit\"");
  }

  @Test
  void every_word_is_explained_where_its_link_leads() {
    String html = html(cells());

    assertThat(found("href=\"#(word-[a-z-]+)\"", html))
        .isSubsetOf(found("<dt id=\"(word-[a-z-]+)\"", html))
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(html).contains("g(far)/g(1) is at least 10⁻³").contains("more than 70 times");
  }

  @Test
  void an_outcome_that_agrees_makes_a_small_ratio_vanishing_and_stands_in_the_reason() {
    String html = html(cells().answering(new KnownAnswer("mean squared error", 0.17, 0.167)));

    assertThat(row("c1", html))
        .contains("vanishing</b>")
        .contains("the trial's mean squared error is 0.170, the memoryless baseline's 0.167")
        .contains("untrained: short reach");
  }

  @Test
  void texts_of_records_are_escaped() {
    String attack = "<img src=x onerror=\"alert(1)\">'&";
    String html = html(cells().answering(new KnownAnswer(attack, 0.17, 0.167)));

    assertThat(html).contains("&lt;img src=x").doesNotContain("<img");
  }

  @Test
  void it_is_the_same_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String root = section(html(cells()));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(section(html(cells()))).isEqualTo(root);
      Locale.setDefault(Locale.GERMANY);
      assertThat(section(html(cells()))).isEqualTo(root);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_bidirectional_half_life_is_told_to_be_of_the_forward_states() {
    String html =
        html(
            cells().sweeping(List.of("lstm"), List.of(1L), List.of("bidirectional"), List.of(64L)));

    assertThat(row("c0", html)).contains("of the forward states", "least up to d = 31");
  }

  @Test
  void sixty_probed_trials_weigh_less_than_five_megabytes() throws IOException {
    Path page =
        HtmlReport.write(
                cells()
                    .sweeping(
                        List.of("rnn", "lstm", "gru"),
                        List.of(1L, 2L),
                        List.of("forward", "bidirectional"),
                        List.of(32L, 64L, 96L, 128L, 192L))
                    .seeds(1)
                    .steps(100)
                    .write()
                    .path())
            .page();

    assertThat(Files.size(page)).isLessThan(5L << 20);
  }
}
