package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the documented format to what is read and written: examples come back as they are. */
class ResultsFormatTest {
  private static final Pattern BLOCK = Pattern.compile("```jsonl?\n(.*?)```", Pattern.DOTALL);

  private final Path directory;
  private final RecordJson json = new RecordJson();

  ResultsFormatTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void the_documented_record_is_what_we_write() throws IOException {
    String example = examples().get(0);
    TrialRecord record = json.readTrial(write("record.json", example));
    assertThat(json.text(json.tree(record))).isEqualTo(example);
  }

  @Test
  void the_documented_experiment_is_what_we_write() throws IOException {
    String example = examples().get(1);
    ExperimentRecord record = json.readExperiment(write("experiment.json", example));
    assertThat(json.text(json.tree(record))).isEqualTo(example);
  }

  @Test
  void the_documented_measurements_are_what_we_write() throws IOException {
    String example = examples().get(2);
    List<Measurement> measurements = new ArrayList<>();
    MeasurementReader.read(write("measurements.jsonl", example), measurements::add);
    Path again = directory.resolve("again.jsonl");
    try (MeasurementWriter writer = new MeasurementWriter(again, Clock.systemUTC())) {
      measurements.forEach(writer::append);
    }
    assertThat(Files.readString(again)).isEqualTo(example);
  }

  @Test
  void the_documented_timings_are_what_we_write() throws IOException {
    String example = examples().get(3);
    Path again = directory.resolve("again.jsonl");
    try (TimingWriter writer = new TimingWriter(again, Clock.systemUTC())) {
      MeasurementReader.readTimings(write("timings.jsonl", example), writer::append);
    }
    assertThat(Files.readString(again)).isEqualTo(example);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private static List<String> examples() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "results-format.md"));
    Matcher blocks = BLOCK.matcher(document.replace("\r\n", "\n"));
    List<String> examples = new ArrayList<>();
    while (blocks.find()) {
      examples.add(blocks.group(1));
    }
    assertThat(examples).hasSize(4);
    return examples;
  }
}
