package dev.inputmethod.reports.record;

import dev.inputmethod.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment's records, as far as they can be read.
 *
 * @param records in the experiment's order
 * @param damaged what is wrong with each other one, by its trial's name
 */
public record FinishedTrials(List<TrialRecord> records, Map<String, Problem> damaged) {
  public FinishedTrials {
    records = List.copyOf(records);
    damaged = Collections.unmodifiableMap(new LinkedHashMap<>(damaged));
  }
}
