package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.TrialDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private final Path directory;

  HtmlReportTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private SyntheticExperiment small() {
    return new SyntheticExperiment(directory.resolve("cells"))
        .sweeping(List.of("rnn", "lstm"), List.of(1L), List.of("forward"), List.of(64L))
        .steps(40);
  }

  private static String html(ExperimentDirectory experiment) {
    return read(HtmlReport.write(experiment.path()).page());
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(String regex, String html) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(regex).matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void sections_come_in_the_order_a_reader_asks() {
    String html = html(small().write());

    assertThat(html)
        .containsSubsequence(
            "<h1>Which cell keeps its gradient?</h1>",
            "class=\"answer\"",
            "Do gradients vanish, and when?",
            "How sure is that?",
            "Which setting matters?",
            "Did they learn, and when?",
            "How far back do they learn?",
            "How did the gradients behave?",
            "<h2>Glossary</h2>",
            "What failed?",
            "Can I trust and repeat this?",
            "mvn inputmethod:experiment",
            "experiments/cells.yaml",
            "question: Which cell keeps its gradient?");
    assertThat(html).contains("3.1 %").contains("22.4 %").contains("9f86d081884c7d65");
  }

  @Test
  void what_cannot_be_read_is_named_and_the_rest_is_shown() throws IOException {
    ExperimentDirectory experiment = small().write();
    List<TrialDirectory> trials = experiment.trials();
    Files.writeString(trials.get(0).record(), "{");
    Files.delete(trials.get(1).measurements());
    Files.writeString(trials.get(2).measurements(), "nonsense\n");
    HtmlReport report = HtmlReport.write(experiment.path());

    assertThat(report.damaged())
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            trials.get(0).record().toString(),
            trials.get(1).measurements().toString(),
            trials.get(2).measurements() + ":1");
    assertThat(read(report.page()))
        .contains("1 with a damaged record", "3 files could not be read", "no such file")
        .contains(trials.get(0).name());
    assertThat(read(IndexPage.write(experiment.path().getParent())))
        .contains("1 with a damaged record");
  }

  @Test
  void the_page_is_the_same_in_every_locale() {
    ExperimentDirectory experiment = small().write();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String root = html(experiment);
      Locale.setDefault(Locale.GERMANY);
      assertThat(html(experiment)).isEqualTo(root);
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(html(experiment)).isEqualTo(root);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(html(experiment)).isEqualTo(root);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void nothing_from_a_file_is_markup() {
    String attack =
        "</script></style><script>alert(1)</script><img src=x onerror=\"alert(1)\">'\"&";
    String html =
        html(
            small()
                .asking("question " + attack)
                .written("source " + attack)
                .commanded("command " + attack)
                .sourceNamed("name " + attack)
                .machine("machine " + attack)
                .parameter("parameter " + attack)
                .failing(Set.of("rnn"), "reason " + attack)
                .write());

    assertThat(found("(<script)", html)).hasSize(1);
    assertThat(html.split("<script", -1)).hasSize(2);
    assertThat(html.split("<style", -1)).hasSize(2);
    assertThat(html).doesNotContain("<img");
    for (String field :
        List.of("question", "source", "command", "name", "machine", "reason", "parameter")) {
      assertThat(html).contains(field + " &lt;/script");
    }
  }

  @Test
  void it_needs_nothing_beside_it_and_lets_only_its_own_script_run() throws Exception {
    String html = html(small().write());

    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain(" src=");
    assertThat(found("<(link|iframe|object|embed|base)\\b", html)).isEmpty();
    assertThat(found(" (style|onclick|onload)=", html)).isEmpty();
    for (String tag : List.of("style", "script")) {
      String text =
          html.substring(
              html.indexOf("<" + tag + ">") + tag.length() + 2, html.indexOf("</" + tag + ">"));
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      assertThat(html)
          .contains(tag + "-src &#39;sha256-" + Base64.getEncoder().encodeToString(hash));
    }
  }

  @Test
  void every_id_is_used_once_and_every_reference_leads_somewhere() {
    String html = html(small().write());
    Matcher matcher = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
    Set<String> ids = new HashSet<>();
    while (matcher.find()) {
      assertThat(ids.add(matcher.group(1))).as("id %s is used once", matcher.group(1)).isTrue();
    }
    assertThat(ids).containsAll(found("href=\"#([^\"]+)\"", html));
    for (String references : found("aria-labelledby=\"([^\"]+)\"", html)) {
      assertThat(ids).contains(references.split(" ", -1));
    }
  }

  @Test
  void sixty_trials_of_a_thousand_points_weigh_less_than_five_megabytes() throws IOException {
    Path page =
        HtmlReport.write(
                new SyntheticExperiment(directory.resolve("large"))
                    .sweeping(
                        List.of("rnn", "lstm", "gru"),
                        List.of(1L, 2L),
                        List.of("forward", "bidirectional"),
                        List.of(32L, 64L, 96L, 128L, 192L))
                    .seeds(1)
                    .steps(1000)
                    .write()
                    .path())
            .page();

    assertThat(Files.size(page)).isLessThan(5L << 20);
  }

  @Test
  void pictures_of_a_kind_share_their_axes() {
    String html =
        html(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(List.of("rnn", "lstm"), List.of(1L, 2L), List.of("forward"), List.of(64L))
                .steps(40)
                .write());

    for (String kind :
        List.of("loss-\\d+", "reach-\\d+", "norm-\\d+", "spark-loss-\\d+", "spark-reach-\\d+")) {
      for (String axis : List.of("x", "y")) {
        assertThat(found("data-" + axis + "=\"([^\"]+)\"[^>]* id=\"" + kind + "\"", html))
            .as("ranges of %s in %s", axis, kind)
            .hasSize(1);
      }
      assertThat(found("id=\"(" + kind + ")\"", html)).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void an_experiment_whose_trials_all_failed_says_so_and_why() {
    String html = html(small().failing(Set.of("rnn", "lstm"), "the loss became NaN").write());

    assertThat(html)
        .contains("There is no answer: all 4 finished trials failed.")
        .contains("<td class=\"text\">the loss became NaN</td>")
        .contains("0 of 4 trials completed")
        .doesNotContain(">NaN<");
    assertThat(found("(<svg[^>]* id=\"loss-0\")", html)).hasSize(1);
  }

  @Test
  void a_failed_trial_is_counted_at_the_top_and_beside_its_configuration() {
    String html =
        html(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(List.of("rnn", "lstm"), List.of(1L, 2L), List.of("forward"), List.of(64L))
                .steps(40)
                .failing(Set.of(), "out of memory")
                .write());

    assertThat(html).contains("7 of 8 trials completed, over 4 configurations; 1 failed");
    assertThat(html).contains(">1 of 2").contains("1 failed").contains("measured step the loss");
  }

  @Test
  void one_trial_is_a_report_too() {
    String html =
        html(
            small()
                .sweeping(List.of("lstm"), List.of(1L), List.of("forward"), List.of(64L))
                .seeds(7)
                .write());

    assertThat(html)
        .contains("LSTM reaches validation perplexity")
        .contains("(one seed, so the spread is unknown)")
        .doesNotContain("within the spread")
        .doesNotContain("<small>±");
  }

  @Test
  void configurations_that_were_best_at_their_last_epoch_are_told() {
    assertThat(html(small().allowing(2).write()))
        .contains(
            "Every configuration was still improving when training ended (the best epoch of at"
                + " least one seed is the last); longer training may change the ranking.");
    assertThat(html(small().allowing(100).write())).doesNotContain("still improving");
    assertThat(html(small().allowing(1).write())).doesNotContain("still improving");
  }

  @Test
  void a_configuration_that_does_worse_than_an_untrained_network_is_named() {
    assertThat(html(small().guessingBadly("rnn").write()))
        .contains(
            "Worse than an untrained network, so training probably diverged: RNN. A lower"
                + " training.learningRate may help.");
    assertThat(html(small().write())).doesNotContain("untrained network, so");
  }

  @Test
  void where_the_best_does_worse_than_an_untrained_network_nothing_was_learned() {
    assertThat(html(small().guessingBadly("rnn", "lstm").write()))
        .contains("No configuration learned: ")
        .contains("comes first, and predicts worse than an untrained network, so that training");
    assertThat(html(small().guessingBadly("rnn").write())).doesNotContain("No configuration");
  }

  @Test
  void without_reach_the_report_says_that_it_was_not_measured() {
    String html = html(small().withoutReach().write());

    assertThat(html).contains("The reach of the gradient was not measured");
    assertThat(html).doesNotContain("halves every").doesNotContain("id=\"fig-reach");
  }

  @Test
  void configurations_that_predict_different_words_are_not_ranked() {
    String html = html(small().unranked().write());

    assertThat(html)
        .contains("Nothing is ranked: min count changes which words are to be predicted");
    assertThat(html).doesNotContain("is best").doesNotContain("comes first");
  }

  @Test
  void a_task_with_a_known_answer_is_told_in_its_own_words() {
    String html = html(small().adding().write());

    assertThat(html)
        .contains("validation mean squared error 0.")
        .contains("Validation mean squared error over training")
        .contains("Remembering nothing gives a mean squared error of 0.167")
        .contains("more than 10 % below that.")
        .contains("0.167, remembering nothing; 0.083, remembering one marked number")
        .contains("baseline: remembering nothing")
        .contains("distance d, steps back from the step of the loss")
        .contains(">task, length<")
        .doesNotContain("perplexity")
        .doesNotContain("nats")
        .doesNotContain("context word");
  }

  @Test
  void a_task_that_nobody_learned_is_not_said_to_have_a_winner() {
    SyntheticExperiment rnn =
        small().sweeping(List.of("rnn"), List.of(1L), List.of("forward"), List.of(64L)).adding();

    assertThat(html(rnn.write()))
        .containsPattern(
            "No configuration learned the task: .* comes first with validation mean squared error"
                + " 0\\.[0-9]+.*, where remembering nothing gives 0\\.167");
    assertThat(html(small().adding().write())).doesNotContain("No configuration learned");
  }

  @Test
  void what_is_reached_without_learning_is_a_level_line_in_every_picture_of_the_loss() {
    String html = html(small().adding().write());
    long pictures = found("<svg[^>]* id=\"(loss-[^\"]+)\"", html).size();

    assertThat(pictures).isPositive();
    assertThat(Pattern.compile("<g class=\"baseline\"").matcher(html).results().count())
        .isEqualTo(2 * pictures);
  }

  @Test
  void of_words_no_level_line_is_drawn() {
    assertThat(html(small().write())).doesNotContain("class=\"baseline\"");
  }

  @Test
  void a_short_context_gets_no_verdict() {
    String html = html(small().context(5).write());

    assertThat(html).contains("the context is too short to judge how far back gradients reach");
    assertThat(html).doesNotContain("halves every");
  }

  @Test
  void a_long_context_gets_the_half_life_its_curve_has() {
    String html = html(small().context(30).write());

    // g(d) = exp(-d/2.1) and exp(-d/7.5): half-lives of 1.46 and 5.2 words.
    assertThat(html)
        .containsPattern("LSTM’s gradient halves every 5\\.[123] words, RNN’s every 1\\.[45]");
  }

  @Test
  void distances_with_too_few_examples_are_not_drawn() {
    String html = html(small().context(60).write());

    // 4000·exp(-d/9) examples: at least 100 up to d = 33.
    assertThat(found("data-x=\"([^\"]+)\"[^>]* id=\"reach-0\"", html))
        .containsExactly("0.0 33.0 linear");
  }

  @Test
  void beyond_eight_configurations_only_the_best_of_each_cell_keeps_its_colour() {
    String html =
        html(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(
                    List.of("rnn", "lstm", "gru"),
                    List.of(1L, 2L),
                    List.of("forward", "bidirectional"),
                    List.of(64L))
                .steps(20)
                .write());
    String together = html.substring(html.indexOf("id=\"reach-input-chart\""));
    together = together.substring(0, together.indexOf("</svg>"));

    assertThat(found("class=\"(c\\d+) reach rest\"", together)).hasSize(9);
    assertThat(found("class=\"(c\\d+) reach\"", together)).hasSize(3);
  }

  @Test
  void lines_of_small_pictures_have_numbers_and_their_captions_say_whose() {
    String html = html(small().write());
    String picture = html.substring(html.indexOf("id=\"norm-0\""));

    assertThat(caption("fig-norm-each", html))
        .contains("Numbers are those of the tables’ # column.")
        .doesNotContain("the others are grey");
    assertThat(found("class=\"(c\\d+) norm end\"", picture.substring(0, picture.indexOf("</svg>"))))
        .isNotEmpty();
  }

  private static String caption(String id, String html) {
    int start = html.indexOf("id=\"" + id + "\"");
    return html.substring(start, html.indexOf("</figcaption>", start));
  }

  @Test
  void the_share_of_clipped_steps_is_told_where_gradients_are_clipped() {
    assertThat(html(small().write())).doesNotContain("gradient was clipped");
    assertThat(html(small().clipping("rnn").write()))
        .containsPattern(
            "gradient was clipped, mean over seeds: [^.]*RNN[^.]* 2[0-9]\\.[0-9] %\\.");
  }

  @Test
  void a_setting_without_a_look_of_its_own_becomes_facets() {
    String html = html(small().rates(List.of(0.01, 0.001)).write());

    assertThat(html)
        .contains("<h4>learning rate 0.01</h4>")
        .contains("<h4>learning rate 0.001</h4>");
    assertThat(found("id=\"(reach-input-\\d)\"", html)).hasSize(2);
  }

  @Test
  void a_picture_with_few_lines_keeps_their_colours_however_many_there_are_in_all() {
    String html =
        html(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(
                    List.of("rnn", "lstm", "gru"),
                    List.of(1L),
                    List.of("forward", "bidirectional"),
                    List.of(64L))
                .rates(List.of(0.01, 0.001))
                .steps(20)
                .write());

    for (String id : List.of("reach-input-0", "reach-relative-1", "reach-hidden-0")) {
      String picture = html.substring(html.indexOf("id=\"" + id + "\""));
      picture = picture.substring(0, picture.indexOf("</svg>"));
      assertThat(found("class=\"(c\\d+) reach\"", picture)).hasSize(6);
      assertThat(found("class=\"(c\\d+) reach rest\"", picture)).hasSize(6);
    }
    assertThat(html).contains("Grey in each picture: the curves of the others.");
    for (String id : List.of("fig-reach-input", "fig-loss-all")) {
      assertThat(caption(id, html)).doesNotContain("the others are grey");
    }
    assertThat(html.indexOf("<h4>learning rate 0.01</h4>"))
        .isLessThan(html.indexOf("<h4>learning rate 0.001</h4>"));
  }

  @Test
  void links_lead_to_the_results_that_stand_beside_it() throws IOException {
    ExperimentDirectory experiment = small().write();
    assertThat(html(experiment)).doesNotContain("results.csv");
    Files.writeString(experiment.resultsCsv(), "trial\n");
    assertThat(html(experiment)).contains("<a href=\"results.csv\">results.csv</a>");
  }

  @Test
  void the_index_lists_every_experiment_with_its_answer() throws IOException {
    small().write();
    new SyntheticExperiment(directory.resolve("a second & one"))
        .asking("<b>What?</b>")
        .sweeping(List.of("gru"), List.of(1L), List.of("forward"), List.of(64L))
        .steps(20)
        .write();
    Files.createDirectories(directory.resolve("broken"));
    Files.writeString(directory.resolve("broken").resolve("experiment.json"), "{");

    String html = read(IndexPage.write(directory));

    assertThat(html)
        .contains("href=\"cells/index.html\"")
        .contains("href=\"a%20second%20%26%20one/index.html\"")
        .contains("&lt;b&gt;What?")
        .contains("LSTM is best")
        .contains("Its records cannot be read.")
        .doesNotContain("<b>What");
  }

  @Test
  void an_index_of_nothing_says_so() {
    assertThat(read(IndexPage.write(directory.resolve("empty"))))
        .contains("No experiments here yet.");
  }
}
