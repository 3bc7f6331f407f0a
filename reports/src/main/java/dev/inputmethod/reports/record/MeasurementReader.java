package dev.inputmethod.reports.record;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads {@code measurements.jsonl} and {@code timings.jsonl} one line after the other. */
public final class MeasurementReader {
  private static final String REMEDY = "delete the trial's directory to run it again";

  private MeasurementReader() {}

  /**
   * Hands over every measurement in the file's order.
   *
   * @throws dev.inputmethod.problem.InvalidInputException where the file is missing or a line is
   *     damaged, naming it; a last line that was cut is ignored
   */
  public static void read(Path file, Consumer<Measurement> each) {
    new LineReader(file, REMEDY).read(fields -> each.accept(MeasurementJson.read(fields)));
  }

  /** As {@link #read}, for timings. */
  public static void readTimings(Path file, Consumer<Timing> each) {
    new LineReader(file, REMEDY).read(fields -> each.accept(MeasurementJson.readTiming(fields)));
  }
}
