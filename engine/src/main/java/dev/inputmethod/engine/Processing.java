package dev.inputmethod.engine;

import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.ProcessedWriter;
import dev.inputmethod.experiment.DataSettings;
import dev.inputmethod.experiment.Experiment;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.OutputDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the encoded windows of experiments for others to read. */
final class Processing {
  /** Under an experiment's directory; trials' names always end in a hash. */
  private static final String DIRECTORY = "processed";

  private final Workplace workplace;
  private final OutputDirectory output;

  Processing(Workplace workplace, OutputDirectory output) {
    this.workplace = workplace;
    this.output = output;
  }

  /**
   * Gives the directories written: one an experiment, or one for each of its data settings when
   * they are swept.
   */
  List<Path> process(List<Experiment> experiments, RunListener listener) {
    requireWords(experiments);
    Corpora corpora = new Corpora(workplace.base(), output, listener);
    List<Path> written = new ArrayList<>();
    for (Experiment experiment : experiments) {
      Path directory = output.experiment(experiment.name()).path().resolve(DIRECTORY);
      Set<DataSettings> distinct = new LinkedHashSet<>();
      for (TrialConfig config : experiment.searchSpace().configurations()) {
        if (config.task().isNextWord()) {
          distinct.add(config.data());
        }
      }
      int number = 1;
      for (DataSettings data : distinct) {
        Path place = distinct.size() == 1 ? directory : directory.resolve("data-" + number++);
        EncodedCorpus corpus = corpora.prepare(data);
        ProcessedWriter.write(corpus, data.contextLength(), place);
        written.add(place);
      }
    }
    return written;
  }

  /** Tasks that make their own examples have no windows to write. */
  private static void requireWords(List<Experiment> experiments) {
    List<Problem> problems = new ArrayList<>();
    for (Experiment experiment : experiments) {
      if (experiment.searchSpace().configurations().stream()
          .noneMatch(config -> config.task().isNextWord())) {
        problems.add(
            new Problem(
                experiment.sourceName(),
                "has no dialogues to process: its task makes its own examples; name experiments of"
                    + " the task next-word"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
