package dev.inputmethod.reports.record;

import java.nio.file.Path;
import java.time.Clock;

/** Writes {@code timings.jsonl} while a trial trains. */
public final class TimingWriter implements AutoCloseable {
  private final Json json = new Json();
  private final LineWriter lines;

  /**
   * Starts the file afresh.
   *
   * @param clock decides when lines go to disk, every few seconds
   */
  public TimingWriter(Path file, Clock clock) {
    lines = new LineWriter(file, clock);
  }

  public void append(Timing timing) {
    lines.append(json.line(MeasurementJson.write(timing, json.object())));
  }

  @Override
  public void close() {
    lines.close();
  }
}
