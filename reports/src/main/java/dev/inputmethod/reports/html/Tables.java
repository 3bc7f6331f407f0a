package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.html.ResultTable.Baseline;
import dev.inputmethod.reports.html.ResultTable.Cell;
import dev.inputmethod.reports.html.ResultTable.Row;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Fills the table of configurations. */
final class Tables {
  /** The most decimals of a loss that may come near 0. */
  private static final int LOSS_DECIMALS = 5;

  private static final Map<String, String> METRICS = metrics();

  private final Findings findings;
  private final LossFigures loss;
  private final ReachSparks reach;

  Tables(Findings findings, LossFigures loss, ReachSparks reach) {
    this.findings = findings;
    this.loss = loss;
    this.reach = reach;
  }

  private static Map<String, String> metrics() {
    Map<String, String> headings = new LinkedHashMap<>();
    headings.put(Metrics.test(Metrics.CROSS_ENTROPY), "cross-entropy");
    headings.put(Metrics.test(Metrics.MEAN_SQUARED_ERROR), "mean squared error");
    headings.put(Metrics.test(Metrics.PERPLEXITY), "perplexity");
    headings.put(Metrics.test("accuracy"), "accuracy, %");
    headings.put(Metrics.test("recallAccuracy"), "recall, %");
    headings.put(Metrics.test("recallAt1"), "recall@1, %");
    headings.put(Metrics.test("recallAt3"), "recall@3, %");
    headings.put(Metrics.test("recallAt5"), "recall@5, %");
    headings.put(Metrics.test("mrrAt5"), "MRR@5, %");
    return headings;
  }

  ResultTable table() {
    Comparison comparison = findings.comparison();
    List<String> metrics =
        METRICS.keySet().stream()
            .filter(
                metric ->
                    findings.shown().stream()
                        .anyMatch(it -> it.result().statistic(metric).isPresent()))
            .toList();
    Wording wording = findings.wording();
    int most = wording.isOfWords() ? 3 : LOSS_DECIMALS;
    List<Cell> validation = column(most, it -> it.result().validation());
    List<Cell> perplexity = column(3, Answer::perplexities);
    List<List<Cell>> tests =
        metrics.stream()
            .map(metric -> column(isShare(metric) ? 1 : most, it -> statistic(it, metric)))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (Shown it : findings.shown()) {
      rows.add(
          row(
              it,
              validation.get(it.index()),
              perplexity.get(it.index()),
              tests.stream().map(column -> column.get(it.index())).toList()));
    }
    return new ResultTable(
        caption(comparison.experiment().ranked(), wording)
            + findings.usualNote().map(note -> " " + note).orElse(""),
        wording.loss(),
        wording.isOfWords(),
        comparison.experiment().ranked(),
        settings().stream().map(findings.naming()::heading).toList(),
        metrics.stream().map(METRICS::get).map(String::valueOf).toList(),
        rows,
        baselines(metrics),
        findings.shown().stream().anyMatch(it -> !it.losses().training().mean().isBlank()));
  }

  /** Those with a column; none where one thing is tried at a time: the name says which. */
  private List<String> settings() {
    return findings.isOneAtATime() ? List.of() : findings.comparison().differingSettings();
  }

  private static String caption(boolean ranked, Wording wording) {
    return (ranked
            ? "Configurations, ranked by the mean over seeds of the best epoch’s validation "
                + wording.loss()
                + " ("
                + wording
                    .task()
                    .map(LearnedTask::lossUnit)
                    .filter(it -> !it.isEmpty())
                    .map(it -> it + "; ")
                    .orElse("")
                + "lower is better). "
            : "Configurations in the experiment’s order; they "
                + (wording.isOfWords()
                    ? "predict different words"
                    : "have different answers to give")
                + " and are not ranked. ")
        + "± is the sample standard deviation over seeds. Test figures are those of the best epoch"
        + " and do not rank. The small pictures share their axes.";
  }

  private Row row(Shown it, Cell validation, Cell perplexity, List<Cell> tests) {
    boolean ranked = findings.ranked().contains(it);
    List<Cell> settings = new ArrayList<>();
    for (String path : settings()) {
      Optional<Double> number = it.result().configuration().number(path);
      String text = it.result().configuration().text(path).orElse("–");
      settings.add(number.map(value -> Cell.of(text, value)).orElse(Cell.of(text)));
    }
    int all = it.result().completed().size() + it.result().failed().size();
    return new Row(
        "c" + it.index(),
        it.brief(),
        ranked
            ? Cell.of(Integer.toString(it.index() + 1), it.index() + 1)
            : Cell.of("–", Double.NaN),
        settings,
        validation,
        perplexity,
        Cell.of(
            it.result().completed().size() + (it.result().failed().isEmpty() ? "" : " of " + all),
            it.result().completed().size()),
        note(it, ranked),
        tests,
        loss.spark(it),
        reach.spark(it).orElse(""));
  }

  private static boolean isShare(String metric) {
    return !metric.endsWith(Metrics.CROSS_ENTROPY)
        && !metric.endsWith(Metrics.MEAN_SQUARED_ERROR)
        && !metric.endsWith(Metrics.PERPLEXITY);
  }

  /** The statistic, with shares in per cent, which have fewer digits to read. */
  private static Optional<Statistic> statistic(Shown it, String metric) {
    Optional<Statistic> statistic = it.result().statistic(metric);
    return isShare(metric)
        ? statistic.map(
            value ->
                new Statistic(100 * value.mean(), value.deviation().map(sd -> 100 * sd), value.n()))
        : statistic;
  }

  private String note(Shown it, boolean ranked) {
    List<String> notes = new ArrayList<>();
    if (ranked
        && it.index() > 0
        && Comparison.withinTheSpread(findings.shown().get(0).result(), it.result())) {
      notes.add("within the spread");
    }
    if (!it.result().failed().isEmpty()) {
      notes.add(it.result().failed().size() + " failed");
    }
    return String.join(", ", notes);
  }

  /** All figures of a column have the same number of decimals: what its median deviation needs. */
  private List<Cell> column(int most, Function<Shown, Optional<Statistic>> metric) {
    int[] decimals =
        findings.shown().stream()
            .flatMap(it -> metric.apply(it).stream())
            .filter(Statistic::isFinite)
            .mapToInt(Numbers::decimals)
            .sorted()
            .toArray();
    int usual = decimals.length == 0 ? 0 : Math.min(most, decimals[decimals.length / 2]);
    List<Cell> cells = new ArrayList<>();
    for (Shown it : findings.shown()) {
      cells.add(
          metric
              .apply(it)
              .map(
                  value ->
                      Cell.of(
                          Numbers.fixed(value.mean(), usual),
                          value.deviation().map(sd -> "± " + Numbers.atLeast(sd, usual)).orElse(""),
                          value.mean()))
              .orElse(Cell.of("–", Double.NaN)));
    }
    return cells;
  }

  /** What each baseline is called, by its name among the metrics. */
  private Map<String, String> baselineNames() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String name : List.of("uniform", "unigram", "bigram")) {
      names.put(name, name + " baseline, needs no training");
    }
    findings
        .wording()
        .task()
        .ifPresent(
            task ->
                task.knownBaselines()
                    .forEach((name, words) -> names.put(name, "baseline: " + words)));
    return names;
  }

  private List<Baseline> baselines(List<String> metrics) {
    List<Baseline> baselines = new ArrayList<>();
    for (Map.Entry<String, String> named : baselineNames().entrySet()) {
      String name = named.getKey();
      List<String> figures = new ArrayList<>();
      for (String metric : metrics) {
        figures.add(baseline(name, metric));
      }
      if (figures.stream().anyMatch(figure -> !figure.isEmpty())) {
        baselines.add(new Baseline(named.getValue(), figures));
      }
    }
    return baselines;
  }

  /**
   * The baseline's figure where all trials agree on it: trials on different targets have different
   * ones.
   */
  private String baseline(String name, String metric) {
    String key = Metrics.baseline(metric, name);
    List<Double> values = new ArrayList<>();
    for (Shown it : findings.shown()) {
      it.result().completed().forEach(trial -> trial.metric(key).ifPresent(values::add));
    }
    if (values.isEmpty() || !values.stream().allMatch(value -> value.equals(values.get(0)))) {
      return values.isEmpty() ? "" : "differs";
    }
    double value = values.get(0);
    return isShare(metric)
        ? Numbers.fixed(100 * value, 1)
        : Numbers.fixed(value, value >= 1000 ? 0 : value >= 100 ? 1 : value >= 1 ? 3 : 4);
  }
}
