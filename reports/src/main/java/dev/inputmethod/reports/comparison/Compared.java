package dev.inputmethod.reports.comparison;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key that trials share which differ only in their seed. Data is identified by its content, as
 * in trials' names: dialogues that were moved are the same dialogues.
 *
 * @param configuration with the path under which its data was first read, so that paths differ only
 *     where data does
 * @param dataHash SHA-256 of the dialogues
 */
record Compared(Configuration configuration, String dataHash) {
  private static final String DIALOGUES = "data.dialogues";

  /** Groups trials by this key, in their order. */
  static Map<Compared, List<TrialRecord>> grouped(List<TrialRecord> records) {
    Map<String, Object> paths = new HashMap<>();
    Map<Compared, List<TrialRecord>> groups = new LinkedHashMap<>();
    for (TrialRecord trial : records) {
      String dataHash = trial.provenance().dataHash();
      Map<String, Object> settings = new LinkedHashMap<>(trial.configuration().settings());
      Optional.ofNullable(settings.get(DIALOGUES))
          .map(path -> Optional.ofNullable(paths.putIfAbsent(dataHash, path)).orElse(path))
          .ifPresent(first -> settings.put(DIALOGUES, first));
      groups
          .computeIfAbsent(
              new Compared(new Configuration(settings), dataHash), unseen -> new ArrayList<>())
          .add(trial);
    }
    return groups;
  }
}
