package dev.inputmethod.reports.record;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Writes {@code measurements.jsonl} while a trial trains. The same measurements give the same
 * bytes, whatever the clock says.
 */
public final class MeasurementWriter implements AutoCloseable {
  private final Json json = new Json();
  private final LineWriter lines;

  /**
   * Starts the file afresh.
   *
   * @param clock decides only when lines go to disk, every few seconds
   */
  public MeasurementWriter(Path file, Clock clock) {
    lines = new LineWriter(file, clock);
  }

  public void append(Measurement measurement) {
    lines.append(json.line(MeasurementJson.write(measurement, json.object())));
  }

  @Override
  public void close() {
    lines.close();
  }
}
