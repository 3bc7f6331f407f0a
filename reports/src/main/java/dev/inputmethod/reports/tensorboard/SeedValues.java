package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the seeds' figures by step, and writes their means and how many seeds these are over. */
final class SeedValues {
  private final Map<Long, Map<SeedTag, Gathered>> bySteps = new TreeMap<>();

  /** The values of one figure at one step. */
  private static final class Gathered {
    private final List<Double> finite = new ArrayList<>();
    private int seeds;

    int leftOut() {
      return seeds - finite.size();
    }
  }

  /**
   * Adds one seed's measurement.
   *
   * @param horizon how far back is judged, steps
   */
  void add(Measurement measurement, int horizon) {
    for (SeedTag tag : SeedTag.values()) {
      if (tag.isIn(measurement)) {
        Gathered at =
            bySteps
                .computeIfAbsent(measurement.step(), step -> new EnumMap<>(SeedTag.class))
                .computeIfAbsent(tag, unseen -> new Gathered());
        at.seeds++;
        tag.of(measurement, horizon).filter(Double::isFinite).ifPresent(at.finite::add);
      }
    }
  }

  void writeTo(EventFile file) {
    for (Map.Entry<Long, Map<SeedTag, Gathered>> at : bySteps.entrySet()) {
      Summary.Builder summary = Summary.newBuilder();
      at.getValue().forEach((tag, gathered) -> add(tag, gathered, summary));
      file.write(at.getKey(), summary);
    }
  }

  private void add(SeedTag tag, Gathered gathered, Summary.Builder summary) {
    summary.addValue(Values.scalar(tag.seeds(), gathered.finite.size()));
    Statistic.of(gathered.finite)
        .ifPresent(
            statistic -> {
              double deviation = statistic.deviation().orElse(0.0);
              summary.addValue(Values.scalar(tag.mean(), statistic.mean(), description(tag)));
              summary.addValue(Values.scalar(tag.lower(), statistic.mean() - deviation));
              summary.addValue(Values.scalar(tag.upper(), statistic.mean() + deviation));
            });
  }

  /** The note on a tag, with the most seeds that the mean of any step leaves out. */
  private String description(SeedTag tag) {
    int seeds = 0;
    int leftOut = 0;
    for (Map<SeedTag, Gathered> at : bySteps.values()) {
      Gathered gathered = at.get(tag);
      if (gathered != null) {
        seeds = Math.max(seeds, gathered.seeds);
        leftOut = Math.max(leftOut, gathered.leftOut());
      }
    }
    String note = tag.title() + ". " + tag.note();
    return leftOut == 0
        ? note.strip()
        : note.strip()
            + " At some steps the mean leaves out "
            + leftOut
            + " of "
            + seeds
            + " seeds, which have no such value there; "
            + tag.seeds()
            + " counts those that it is over.";
  }
}
