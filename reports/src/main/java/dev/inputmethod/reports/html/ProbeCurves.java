package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was probed in a trial while it trained. What was measured again with the best parameters is
 * left out: its step lies behind.
 *
 * @param reaches at the embedded words, by step
 * @param spectra over steps, by what they are of: see {@link Probed}
 * @param saturation over steps, likewise
 */
record ProbeCurves(
    List<ReachAt> reaches, Map<String, Points> spectra, Map<String, Points> saturation) {

  /**
   * One measurement of reach at the embedded words.
   *
   * @param examples behind each distance
   * @param norms g(d) at index d
   */
  record ReachAt(long step, List<Long> examples, List<Double> norms) {}

  /** Collects measurements in the order they were taken. */
  static final class Collector {
    private final List<ReachAt> reaches = new ArrayList<>();
    private final Map<String, List<double[]>> spectra = new LinkedHashMap<>();
    private final Map<String, List<double[]>> saturation = new LinkedHashMap<>();

    void add(Measurement measurement) {
      if (measurement instanceof Measurement.Reach reach && reach.moment() != Moment.BEST) {
        reaches.add(new ReachAt(reach.step(), reach.examples(), reach.input()));
      } else if (measurement instanceof Measurement.Spectra seen && seen.moment() != Moment.BEST) {
        lastForward(seen.places(), Measurement.PlaceSpectra::direction)
            .ifPresent(place -> put(seen.step(), Probed.of(place), spectra));
      } else if (measurement instanceof Measurement.Saturation seen
          && seen.moment() != Moment.BEST) {
        lastForward(seen.places(), Measurement.PlaceSaturation::direction)
            .ifPresent(place -> put(seen.step(), Probed.of(place), saturation));
      }
    }

    /** The layer nearest to the output, which every configuration has. */
    private static <P> Optional<P> lastForward(List<P> places, Function<P, String> direction) {
      return places.stream()
          .filter(place -> direction.apply(place).equals("forward"))
          .reduce((lower, upper) -> upper);
    }

    private static void put(
        long step, Map<String, Double> values, Map<String, List<double[]>> into) {
      values.forEach(
          (name, value) ->
              into.computeIfAbsent(name, unseen -> new ArrayList<>())
                  .add(new double[] {(double) step, value}));
    }

    ProbeCurves curves() {
      return new ProbeCurves(List.copyOf(reaches), points(spectra), points(saturation));
    }

    private static Map<String, Points> points(Map<String, List<double[]>> tracks) {
      Map<String, Points> points = new LinkedHashMap<>();
      tracks.forEach(
          (name, track) ->
              points.put(
                  name,
                  new Points(
                      track.stream().mapToDouble(point -> point[0]).toArray(),
                      track.stream().mapToDouble(point -> point[1]).toArray())));
      return points;
    }
  }
}
