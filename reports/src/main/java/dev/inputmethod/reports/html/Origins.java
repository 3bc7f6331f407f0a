package dev.inputmethod.reports.html;

import dev.inputmethod.reports.html.ReportPage.Fact;
import dev.inputmethod.reports.html.ReportPage.Failure;
import dev.inputmethod.reports.html.ReportPage.Origin;
import dev.inputmethod.reports.record.DataSummary;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Collects the provenance of the figures; where trials differ, every value is listed. */
final class Origins {
  private final Findings findings;
  private final ExperimentDirectory directory;
  private final List<TrialRecord> trials = new ArrayList<>();

  Origins(Findings findings, ExperimentDirectory directory) {
    this.findings = findings;
    this.directory = directory;
    for (Shown it : findings.shown()) {
      trials.addAll(it.result().completed());
      trials.addAll(it.result().failed());
    }
  }

  Origin origin() {
    List<String> files = new ArrayList<>();
    for (Path file : List.of(directory.resultsCsv(), directory.resultsJson())) {
      if (Files.isRegularFile(file)) {
        files.add(file.getFileName().toString());
      }
    }
    return new Origin(
        findings.comparison().experiment().command(),
        findings.comparison().experiment().sourceName(),
        findings.comparison().experiment().source(),
        facts(),
        data(),
        files);
  }

  List<Failure> failures() {
    List<Failure> failures = new ArrayList<>();
    for (Shown it : findings.shown()) {
      for (TrialRecord trial : it.result().failed()) {
        String reason = trial.outcome() instanceof Outcome.Failed failed ? failed.reason() : "";
        String reached =
            trial
                .best()
                .map(
                    best ->
                        "best so far in epoch "
                            + best.epoch()
                            + ", step "
                            + Numbers.whole(best.step()))
                .orElse("no epoch finished");
        failures.add(
            new Failure(trial.trial(), it.brief(), Long.toString(trial.seed()), reason, reached));
      }
    }
    return failures;
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    Set<Long> seeds = new TreeSet<>();
    trials.forEach(trial -> seeds.add(trial.seed()));
    add(facts, "seeds", seeds.stream().map(String::valueOf).toList());
    Set<String> libraries = new TreeSet<>();
    trials.forEach(trial -> libraries.addAll(trial.provenance().versions().keySet()));
    for (String library : libraries) {
      add(facts, library, distinct(it -> it.versions().getOrDefault(library, "")));
    }
    add(facts, "commit", distinct(Provenance::commit));
    add(facts, "kernels", distinct(Provenance::kernels));
    add(facts, "Java", distinct(Provenance::jvm));
    add(facts, "operating system", distinct(Provenance::os));
    add(facts, "processor", distinct(Provenance::processor));
    add(facts, "threads per trial", distinct(it -> Integer.toString(it.threads())));
    trials.stream()
        .map(trial -> trial.provenance().started())
        .min(String::compareTo)
        .ifPresent(first -> facts.add(new Fact("first trial started", first)));
    double seconds = trials.stream().mapToDouble(trial -> trial.provenance().seconds()).sum();
    if (!trials.isEmpty()) {
      facts.add(new Fact("time of all trials together", Numbers.duration(seconds)));
    }
    int repeated = findings.comparison().experiment().repeatedConfigurations();
    if (repeated > 0) {
      facts.add(
          new Fact("duplicate points of the search space, run once", Numbers.whole(repeated)));
    }
    return facts;
  }

  private List<Fact> data() {
    List<Fact> facts = new ArrayList<>();
    for (String setting : List.of("name", "length", "examples", "validationExamples")) {
      add(facts, setting.equals("name") ? "task" : "task, " + setting, task(setting));
    }
    add(facts, "SHA-256 of the dialogues", distinct(Provenance::dataHash));
    add(facts, "dialogues", counted(DataSummary::dialogues));
    add(facts, "utterances", counted(DataSummary::utterances));
    add(facts, "words", counted(DataSummary::words));
    add(facts, "malformed lines skipped", counted(DataSummary::skippedLines));
    add(facts, "vocabulary, words", counted(it -> (long) it.vocabularySize()));
    add(facts, "training targets", counted(DataSummary::trainingTargets));
    add(facts, "validation targets", counted(DataSummary::validationTargets));
    add(facts, "test targets", counted(DataSummary::testTargets));
    add(
        facts,
        "out-of-vocabulary share of validation targets",
        summarised(it -> Numbers.percent(it.outOfVocabularyRate())));
    add(
        facts,
        "padded share of training context positions",
        summarised(it -> Numbers.percent(it.paddedShare())));
    return facts;
  }

  /** The values of a setting of the task; none of trials that learned words. */
  private List<String> task(String setting) {
    Set<String> values = new LinkedHashSet<>();
    for (TrialRecord trial : trials) {
      if (LearnedTask.of(trial.configuration()) != LearnedTask.NEXT_WORD) {
        trial.configuration().text("task." + setting).ifPresent(values::add);
      }
    }
    return List.copyOf(values);
  }

  private List<String> counted(Function<DataSummary, Long> count) {
    return summarised(summary -> Numbers.whole(count.apply(summary)));
  }

  private List<String> summarised(Function<DataSummary, String> fact) {
    Set<String> values = new LinkedHashSet<>();
    trials.forEach(trial -> trial.data().ifPresent(data -> values.add(fact.apply(data))));
    return List.copyOf(values);
  }

  private List<String> distinct(Function<Provenance, String> fact) {
    Set<String> values = new LinkedHashSet<>();
    for (TrialRecord trial : trials) {
      String value = fact.apply(trial.provenance());
      if (!value.isBlank()) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private static void add(List<Fact> facts, String name, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(new Fact(name, String.join(" · ", values)));
    }
  }
}
