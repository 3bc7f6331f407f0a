package dev.inputmethod.batch;

import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.yaml.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Settings of tasks on the command line. */
final class TaskOptions {
  @Option(
      names = {"-e", "--experiments"},
      paramLabel = "PATTERNS",
      description = "Experiment files, Ant-style; default: experiments/*.yaml.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERNS",
      description = "Experiment files to leave out.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "SETTINGS",
      description = {"Instead of the files', such as", "training.epochs=1,sweep.cell=[rnn,lstm]"})
  private List<String> set = new ArrayList<>();

  @Option(names = "--workers", paramLabel = "N", description = "Trials side by side.")
  private List<String> workers = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "failed",
      description = "Run the failed trials again, and no others.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--trial",
      paramLabel = "TRIAL",
      description = "To evaluate or predict with; default: the winner.")
  private List<String> trial = new ArrayList<>();

  @Option(names = "--dialogues", paramLabel = "PATTERNS", description = "To evaluate on.")
  private List<String> dialogues = new ArrayList<>();

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "Predict after this; default: ask.")
  private List<String> prefix = new ArrayList<>();

  @Option(
      names = {"-k", "--candidates"},
      paramLabel = "N",
      description = "How many to offer; default: 5.")
  private List<String> candidates = new ArrayList<>();

  @Option(names = "--words", paramLabel = "N", description = "How many words to continue with.")
  private List<String> wordCount = new ArrayList<>();

  @Option(
      names = "--beam",
      paramLabel = "N",
      description = "Hypotheses kept; 1 is greedy; default: as many as are offered.")
  private List<String> beam = new ArrayList<>();

  /** The option that gives a setting which a build file names so. */
  static String option(String setting) {
    return setting.equals("include") ? "--experiments" : "--" + setting;
  }

  /**
   * Settings by the build file's names, with the options they are from; patterns are separated by
   * commas.
   */
  Map<String, List<Located>> given(FilePatterns files) {
    Map<String, List<Located>> given = new LinkedHashMap<>();
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

  private static void put(Map<String, List<Located>> given, String setting, List<String> texts) {
    if (!texts.isEmpty()) {
      Mark mark = Mark.option(option(setting));
      given.put(setting, texts.stream().map(text -> new Located(mark, text)).toList());
    }
  }
}
