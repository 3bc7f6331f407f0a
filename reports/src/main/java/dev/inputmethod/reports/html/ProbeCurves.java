package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.record.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was probed in a trial while it trained, and with its best parameters, which stand at the
 * step that they were reached at.
 *
 * @param reaches at the embedded words, by step
 * @param spectra over steps, by their names in {@link Probed}
 * @param saturation over steps, likewise
 * @param jacobians how many are behind each point of their spectra; empty where none were measured
 */
record ProbeCurves(
    List<ReachAt> reaches,
    Map<String, Points> spectra,
    Map<String, Points> saturation,
    Optional<JacobianSample> jacobians) {

  /**
   * One measurement of reach at the embedded words.
   *
   * @param examples behind each distance
   * @param norms g(d) at index d
   */
  record ReachAt(long step, List<Long> examples, List<Double> norms) {}

  /** Collects measurements in the order they were taken. */
  static final class Collector {
    private final SortedMap<Long, ReachAt> reaches = new TreeMap<>();
    private final Map<String, SortedMap<Long, Double>> spectra = new LinkedHashMap<>();
    private final Map<String, SortedMap<Long, Double>> saturation = new LinkedHashMap<>();
    private Optional<JacobianSample> jacobians = Optional.empty();

    void add(Measurement measurement) {
      if (measurement instanceof Measurement.Reach reach) {
        reaches.put(reach.step(), new ReachAt(reach.step(), reach.examples(), reach.input()));
      } else if (measurement instanceof Measurement.Spectra seen) {
        Measurement.Place.lastForward(seen.places()).ifPresent(place -> add(seen.step(), place));
      } else if (measurement instanceof Measurement.Saturation seen) {
        Measurement.Place.lastForward(seen.places())
            .ifPresent(place -> put(seen.step(), Probed.of(place), saturation));
      }
    }

    private void add(long step, Measurement.PlaceSpectra place) {
      put(step, Probed.of(place), spectra);
      JacobianSample sample = JacobianSample.of(place.jacobian());
      jacobians = Optional.of(jacobians.map(sample::with).orElse(sample));
    }

    private static void put(
        long step, Map<String, Double> values, Map<String, SortedMap<Long, Double>> into) {
      values.forEach(
          (name, value) -> into.computeIfAbsent(name, unseen -> new TreeMap<>()).put(step, value));
    }

    ProbeCurves curves() {
      return new ProbeCurves(
          List.copyOf(reaches.values()), points(spectra), points(saturation), jacobians);
    }

    private static Map<String, Points> points(Map<String, SortedMap<Long, Double>> tracks) {
      Map<String, Points> points = new LinkedHashMap<>();
      tracks.forEach(
          (name, track) ->
              points.put(
                  name,
                  new Points(
                      track.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                      track.values().stream().mapToDouble(Double::doubleValue).toArray())));
      return points;
    }
  }
}
