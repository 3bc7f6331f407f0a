package dev.inputmethod.experiment;

import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the top level of an experiment file. */
final class DraftReader {
  private static final List<String> KEYS =
      List.of(
          "experiment",
          "question",
          "task",
          "data",
          "model",
          "training",
          "observe",
          "verdict",
          "workers",
          "sweep",
          "seeds");
  private static final Kind WORKERS = new Kind.Whole(1, Experiment.MOST_WORKERS);
  private static final Kind SEED = new Kind.Whole(0, Kind.Whole.LARGEST);

  private final SettingReader settings;
  private final SweepReader sweep;
  private final VerdictReader verdict;
  private final Problems problems;

  DraftReader(SettingReader settings, SweepReader sweep, Problems problems) {
    this.settings = settings;
    this.sweep = sweep;
    this.verdict = new VerdictReader(settings, problems);
    this.problems = problems;
  }

  void read(Node root, Draft draft) {
    if (root instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> readKey(entry, draft));
      return;
    }
    draft.mention(List.of("data.dialogues")); // the message below asks for it
    if (root.isNull()) {
      problems.add(root.mark(), "is empty; it needs at least data: {dialogues: …}");
    } else {
      problems.add(
          root.mark(), "is " + root.described() + ", not a map (" + String.join(", ", KEYS) + ")");
    }
  }

  /** Reads one entry of the file's top level. */
  void readKey(Node.Entry entry, Draft draft) {
    Node value = entry.value();
    switch (entry.key().text()) {
      case "experiment" -> draft.setName(text("experiment", value));
      case "question" -> draft.setQuestion(text("question", value).map(Located::value));
      case "workers" ->
          WORKERS
              .read("workers", value, problems)
              .ifPresent(found -> draft.setWorkers(Math.toIntExact((Long) found)));
      case "seeds" -> draft.setSeeds(seeds(value));
      case "sweep" -> sweep.read(value, draft);
      case "verdict" -> verdict.read(value, draft);
      default -> {
        if (KEYS.contains(entry.key().text())) {
          fix(entry.key().text(), value, draft);
        } else {
          settings.unknownKey(entry.key(), KEYS);
        }
      }
    }
  }

  /**
   * Reads a threshold of verdicts.
   *
   * @param name the name without {@code verdict.}
   */
  void readThreshold(String name, Node.Entry entry, Draft draft) {
    verdict.readOne(name, entry, draft);
  }

  private Optional<Located<String>> text(String name, Node value) {
    return Values.text(name, value, problems).map(text -> new Located<>(text, value.mark()));
  }

  /** Gives a setting, or the settings of a map, fixed values; returns the settings' paths. */
  Set<String> fix(String path, Node value, Draft draft) {
    Map<String, Optional<Located<Object>>> assigned = settings.assigned(path, value);
    assigned.forEach(draft::fix);
    return assigned.keySet();
  }

  private List<Long> seeds(Node value) {
    if (!(value instanceof Node.Sequence sequence)) {
      problems.add(
          value.mark(), "seeds is " + value.described() + "; it takes a list such as [1, 2, 3]");
      return List.of();
    }
    if (sequence.items().isEmpty()) {
      problems.add(value.mark(), "seeds is an empty list; it takes at least one");
    }
    Set<Long> seeds = new LinkedHashSet<>();
    for (Node item : sequence.items()) {
      Optional<Object> seed = SEED.read("seed", item, problems);
      if (seed.isPresent() && !seeds.add((Long) seed.get())) {
        problems.add(item.mark(), "seed " + seed.get() + " is listed twice");
      }
    }
    return List.copyOf(seeds);
  }
}
