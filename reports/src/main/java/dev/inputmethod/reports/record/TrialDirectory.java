package dev.inputmethod.reports.record;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The directory of one trial, {@code <output>/<experiment>/<trial>/}.
 *
 * @param path the trial's directory
 */
public record TrialDirectory(Path path) {
  private static final int HASH_DIGITS = 12;

  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  public Path configuration() {
    return path.resolve("config.json");
  }

  public Path measurements() {
    return path.resolve("measurements.jsonl");
  }

  /**
   * The file with rates and times, which are separate from the measurements because they differ
   * from run to run.
   */
  public Path timings() {
    return path.resolve("timings.jsonl");
  }

  public Path vocabulary() {
    return path.resolve("vocabulary.txt");
  }

  /** The weights of the epoch with the lowest validation loss, without optimiser state. */
  public Path bestModel() {
    return path.resolve("best").resolve("model.zip");
  }

  /**
   * The metrics of an evaluation.
   *
   * @param dataHash the SHA-256 of the dialogues, in hexadecimal
   */
  public Path evaluation(String dataHash) {
    return path.resolve("evaluations").resolve(dataHash.substring(0, HASH_DIGITS) + ".json");
  }

  /** The output directory that contains the trial's experiment. */
  public OutputDirectory output() {
    return new OutputDirectory(path.toAbsolutePath().resolve("../..").normalize());
  }

  /** The record. It is written last and atomically, so that a trial with a record is finished. */
  public Path record() {
    return path.resolve("record.json");
  }

  public boolean isFinished() {
    return Files.isRegularFile(record());
  }

  /** Writes {@code config.json}. */
  public void write(TrialSetup setup) {
    new RecordJson().write(setup, configuration());
  }

  /** Writes {@code record.json}, which finishes the trial. */
  public void write(TrialRecord record) {
    new RecordJson().write(record, record());
  }

  /**
   * Reads {@code config.json}.
   *
   * @throws InvalidInputException if it is missing or damaged
   */
  public TrialSetup readSetup() {
    TrialSetup setup = new RecordJson().readSetup(configuration());
    requireOwn(setup.trial(), configuration());
    return setup;
  }

  /**
   * Reads {@code record.json}.
   *
   * @throws InvalidInputException if it is missing or damaged
   */
  public TrialRecord readRecord() {
    TrialRecord record = new RecordJson().readTrial(record());
    requireOwn(record.trial(), record());
    return record;
  }

  /** Reads {@code measurements.jsonl} line by line. */
  public void readMeasurements(Consumer<Measurement> each) {
    MeasurementReader.read(measurements(), each);
  }

  /** Reads {@code timings.jsonl}. */
  public List<Timing> readTimings() {
    List<Timing> timings = new ArrayList<>();
    MeasurementReader.readTimings(timings(), timings::add);
    return timings;
  }

  private void requireOwn(String trial, Path file) {
    if (!trial.equals(name())) {
      throw new InvalidInputException(
          new Problem(
              file.toString(),
              "it is of trial '"
                  + trial
                  + "' but lies in '"
                  + name()
                  + "'; a trial's directory must keep its name"));
    }
  }
}
