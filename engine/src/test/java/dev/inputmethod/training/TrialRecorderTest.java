package dev.inputmethod.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrialRecorderTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private static TrialRecorder open(Path directory) {
    return TrialRecorder.open(
        new TrialDirectory(directory),
        new TrialSetup(
            TrialSetup.SCHEMA,
            "a-seed1",
            "tiny",
            new Configuration(Map.of()),
            1,
            Thresholds.STANDARD),
        "",
        1,
        STILL,
        measurement -> {},
        new TrialListener() {});
  }

  /** The files below a directory that this process has open, as Linux tells it. */
  private static List<Path> openFiles(Path directory) throws IOException {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors.filter(Files::isSymbolicLink).toList()) {
        Path file = Files.readSymbolicLink(descriptor);
        if (file.startsWith(directory)) {
          open.add(directory.relativize(file));
        }
      }
    }
    return open;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_recorder_that_cannot_start_one_file_leaves_none_open(@TempDir Path directory)
      throws IOException {
    Path trial = directory.toRealPath();
    try (TrialRecorder recorder = open(trial)) {
      assertThat(recorder).isNotNull();
      assertThat(openFiles(trial))
          .hasSize(3)
          .contains(Path.of("measurements.jsonl"), Path.of("timings.jsonl"));
    }
    assertThat(openFiles(trial)).isEmpty();

    // An event file of an earlier try that cannot be deleted.
    Files.createDirectories(trial.resolve("events.out.tfevents.1").resolve("full"));
    assertThatThrownBy(() -> open(trial)).isInstanceOf(UncheckedIOException.class);
    assertThat(openFiles(trial)).isEmpty();
  }
}
