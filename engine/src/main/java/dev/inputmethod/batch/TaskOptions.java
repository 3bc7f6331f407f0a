package dev.inputmethod.batch;

import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Command-line options for the settings of tasks. */
final class TaskOptions {
  @Option(
      names = {"-e", "--experiments"},
      paramLabel = "PATTERNS",
      description = "Experiment files, as Ant-style patterns; default: experiments/*.yaml.")
  private List<String> include = new ArrayList<>();

  @Option(names = "--exclude", paramLabel = "PATTERNS", description = "Experiment files to skip.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "SETTINGS",
      description = {
        "Override settings of the experiment files, for example",
        "training.epochs=1,sweep.cell=[rnn,lstm]"
      })
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Number of trials that run in parallel.")
  private List<String> workers = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "failed",
      description = "Run only the trials that failed before.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--trial",
      paramLabel = "TRIAL",
      description = "The trial to evaluate or predict with; default: the winner.")
  private List<String> trial = new ArrayList<>();

  @Option(
      names = "--dialogues",
      paramLabel = "PATTERNS",
      description = "Dialogue files to evaluate on.")
  private List<String> dialogues = new ArrayList<>();

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "Text to continue; default: read lines interactively.")
  private List<String> prefix = new ArrayList<>();

  @Option(
      names = {"-k", "--candidates"},
      paramLabel = "N",
      description = "Maximum number of suggestions; default: 5.")
  private List<String> candidates = new ArrayList<>();

  @Option(
      names = "--words",
      paramLabel = "N",
      description = "Number of words to predict at a time; default: 1.")
  private List<String> wordCount = new ArrayList<>();

  @Option(
      names = "--beam",
      paramLabel = "N",
      description = "Width of the beam search; 1 is greedy; default: as many as suggestions.")
  private List<String> beam = new ArrayList<>();

  /** Returns the option for a setting, given the name that the setting has in a build file. */
  static String option(String setting) {
    return setting.equals("include") ? "--experiments" : "--" + setting;
  }

  /**
   * Returns the settings that were given, by their names in a build file and with the options that
   * gave them. Patterns are split at commas.
   */
  Map<String, List<Located<String>>> given(FilePatterns files) {
    Map<String, List<Located<String>>> given = new LinkedHashMap<>();
    put(given, "include", split(files, include));
    put(given, "exclude", split(files, exclude));
    put(given, "set", set);
    put(given, "workers", workers);
    put(given, "only", only);
    put(given, "trial", trial);
    put(given, "dialogues", split(files, dialogues));
    put(given, "prefix", prefix);
    put(given, "candidates", candidates);
    put(given, "words", wordCount);
    put(given, "beam", beam);
    return given;
  }

  private static List<String> split(FilePatterns files, List<String> patterns) {
    return patterns.stream().flatMap(pattern -> files.split(pattern).stream()).toList();
  }

  private static void put(
      Map<String, List<Located<String>>> given, String setting, List<String> texts) {
    if (!texts.isEmpty()) {
      Mark mark = Mark.option(option(setting));
      given.put(setting, texts.stream().map(text -> new Located<>(text, mark)).toList());
    }
  }
}
