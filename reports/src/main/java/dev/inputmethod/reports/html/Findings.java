package dev.inputmethod.reports.html;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything a report is written from.
 *
 * @param comparison the experiment's configurations, ranked
 * @param shown the same, in the same order, with their lines
 * @param naming what they are called
 * @param hiddenSizes that occur, ascending
 * @param damaged records and measurements that cannot be read
 */
record Findings(
    Comparison comparison,
    List<Shown> shown,
    Naming naming,
    List<Long> hiddenSizes,
    List<Problem> damaged) {
  /**
   * Where one picture has more configurations than this, only the best of each cell keeps its
   * colour.
   */
  static final int MOST_COLOURED = 8;

  private static final int MOST_PICTURES = 12;

  /** Reads records and measurements. */
  static Findings read(ExperimentDirectory directory) {
    Comparison comparison = Comparison.of(directory);
    List<Problem> damaged = new ArrayList<>(comparison.damaged().values());
    return of(comparison, damaged, trial -> curves(directory.trial(trial.trial()), trial, damaged));
  }

  /**
   * What can be read of a trial's measurements; a failed one need not have any. As in the records,
   * a failed trial is judged by its last measurement even where it had a best epoch before.
   */
  private static Curves curves(TrialDirectory files, TrialRecord trial, List<Problem> damaged) {
    boolean isCompleted = trial.outcome() instanceof Outcome.Completed;
    Curves.Collector collector =
        trial
            .best()
            .filter(best -> isCompleted)
            .map(best -> Curves.Collector.judgingBest(best.step()))
            .orElseGet(Curves.Collector::judgingLast);
    if (isCompleted || Files.isRegularFile(files.measurements())) {
      try {
        files.readMeasurements(collector::add);
      } catch (InvalidInputException e) {
        damaged.addAll(e.problems());
      }
    }
    return collector.curves();
  }

  /** Reads the records alone, which is quick and enough for an answer in words. */
  static Findings readRecords(ExperimentDirectory directory) {
    Curves none = Curves.none();
    Comparison comparison = Comparison.of(directory);
    return of(comparison, List.copyOf(comparison.damaged().values()), trial -> none);
  }

  private static Findings of(
      Comparison comparison, List<Problem> damaged, Function<TrialRecord, Curves> measurements) {
    Naming naming =
        new Naming(
            comparison.differingSettings(),
            comparison.configurations().stream().map(ConfigurationResult::configuration).toList());
    Set<Long> sizes = new TreeSet<>();
    for (ConfigurationResult result : comparison.configurations()) {
      result.configuration().wholeNumber("model.hiddenSize").ifPresent(sizes::add);
    }
    List<Long> hiddenSizes = List.copyOf(sizes);
    List<Shown> shown = new ArrayList<>();
    for (ConfigurationResult result : comparison.configurations()) {
      shown.add(Shown.of(shown.size(), comparison, result, measurements, naming, hiddenSizes));
    }
    return new Findings(comparison, List.copyOf(shown), naming, hiddenSizes, List.copyOf(damaged));
  }

  /** When the curves of reach were measured, for a caption. */
  String moment() {
    return shown.stream().anyMatch(Shown::isOfFailedTrials)
        ? "at the best epoch (where all trials failed, at their last measurement)"
        : "at the best epoch";
  }

  /** Whether a configuration has several seeds, and its lines a spread. */
  boolean hasSpread() {
    return shown.stream().anyMatch(it -> it.seeds() > 1);
  }

  /** For a caption of lines that are arithmetic means over seeds. */
  String meanNote() {
    return hasSpread()
        ? " Mean over seeds, with a band of one standard deviation."
        : " Of one seed.";
  }

  /** What its figures are called. */
  Wording wording() {
    return Wording.of(shown);
  }

  /** Whether a picture of all configurations shows most of its lines in grey. */
  boolean isCrowded() {
    return pictures().values().stream().anyMatch(members -> members.size() > MOST_COLOURED);
  }

  /**
   * The configurations of one picture that are in colour: all if they are few, else the best of
   * each cell and the control.
   */
  Set<Shown> coloured(List<Shown> members) {
    if (members.size() <= MOST_COLOURED) {
      return new LinkedHashSet<>(members);
    }
    Set<Shown> coloured = new LinkedHashSet<>(firstOfEachCell(members));
    control().filter(members::contains).ifPresent(coloured::add);
    return coloured;
  }

  /** For a caption of pictures in which some configurations are grey. */
  String colouredNote() {
    return (comparison.experiment().ranked()
            ? " The best configuration of each cell"
            : " Each cell’s first configuration")
        + control().map(control -> " and the control are").orElse(" is")
        + " coloured, the others are grey.";
  }

  /** Whether configurations are named by the one thing that each changes. */
  boolean isOneAtATime() {
    return control().isPresent() && naming().isTerse();
  }

  /** What names leave out where they tell one thing only, for a caption. */
  Optional<String> usualNote() {
    return Optional.of(naming().usualNote()).filter(note -> isOneAtATime() && !note.isEmpty());
  }

  /** The best of each cell; where nothing is ranked, the first. */
  List<Shown> firstOfEachCell() {
    return firstOfEachCell(shown);
  }

  private static List<Shown> firstOfEachCell(List<Shown> members) {
    Set<String> cells = new HashSet<>();
    return members.stream().filter(it -> cells.add(it.look().cell())).toList();
  }

  /**
   * The experiment's first configuration, where it tries one thing at a time: all others are
   * compared with it.
   */
  Optional<Shown> control() {
    List<String> trials = comparison.experiment().trials();
    return comparison.experiment().hasControl() && !trials.isEmpty()
        ? shown.stream().filter(it -> it.result().hasTrial(trials.get(0))).findFirst()
        : Optional.empty();
  }

  /** The ranked configurations, best first. */
  List<Shown> ranked() {
    return shown.subList(0, comparison.ranked().size());
  }

  /**
   * The pictures that all configurations are drawn into, in the experiment's order: one for each
   * value of the settings that no line's look shows, or one without a name.
   */
  Map<String, List<Shown>> pictures() {
    List<String> trials = comparison.experiment().trials();
    List<Shown> inOrder = new ArrayList<>(shown);
    inOrder.sort(Comparator.comparingInt(it -> trials.indexOf(it.result().firstTrial())));
    Map<String, List<Shown>> pictures = new LinkedHashMap<>();
    for (Shown it : inOrder) {
      String facet = it.facet();
      pictures.computeIfAbsent(
          facet, name -> shown.stream().filter(each -> each.facet().equals(name)).toList());
    }
    if (pictures.size() == 1 || pictures.size() > MOST_PICTURES) {
      return Map.of("", shown);
    }
    return pictures;
  }
}
