package dev.inputmethod.engine;

import dev.inputmethod.corpus.ProcessedWriter;
import dev.inputmethod.experiment.DataSettings;
import dev.inputmethod.experiment.Experiment;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.OutputDirectory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exports the encoded windows of experiments. */
final class Processing {
  private final WorkingDirectories directories;
  private final OutputDirectory output;

  Processing(WorkingDirectories directories, OutputDirectory output) {
    this.directories = directories;
    this.output = output;
  }

  /**
   * Exports the windows, and returns the directories written: one per experiment, or one for each
   * of its data settings if those are swept.
   */
  List<Path> process(List<Experiment> experiments, RunListener listener) {
    requireWords(experiments);
    Map<Path, DataSettings> places = new LinkedHashMap<>();
    experiments.forEach(experiment -> places.putAll(places(experiment)));
    Corpora corpora = new Corpora(directories.base(), output, listener);
    Mistakes mistakes = new Mistakes();
    places.values().forEach(data -> mistakes.in(() -> corpora.prepare(data)));
    mistakes.throwIfAny();
    places.forEach(
        (place, data) -> ProcessedWriter.write(corpora.prepare(data), data.contextLength(), place));
    return List.copyOf(places.keySet());
  }

  /** Returns the directories for the windows of each of an experiment's data settings. */
  private Map<Path, DataSettings> places(Experiment experiment) {
    Path directory = output.experiment(experiment.name()).processed();
    List<DataSettings> distinct =
        experiment.searchSpace().configurations().stream()
            .filter(config -> config.task().isNextWord())
            .map(TrialConfig::data)
            .distinct()
            .toList();
    Map<Path, DataSettings> places = new LinkedHashMap<>();
    for (DataSettings data : distinct) {
      places.put(
          distinct.size() == 1 ? directory : directory.resolve("data-" + (places.size() + 1)),
          data);
    }
    return places;
  }

  /** Reports experiments without windows, whose tasks generate their own examples. */
  private static void requireWords(List<Experiment> experiments) {
    Mistakes mistakes = new Mistakes();
    for (Experiment experiment : experiments) {
      if (experiment.searchSpace().configurations().stream()
          .noneMatch(config -> config.task().isNextWord())) {
        mistakes.add(
            new Problem(
                experiment.sourceName(),
                "has no dialogues to process, since its task generates its own examples; name"
                    + " experiments of the task next-word"));
      }
    }
    mistakes.throwIfAny();
  }
}
