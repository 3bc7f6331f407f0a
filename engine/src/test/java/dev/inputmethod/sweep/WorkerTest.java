package dev.inputmethod.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.StorageException;
import dev.inputmethod.reports.record.TrialDirectory;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkerTest {
  private static final Limits SMALL = new Limits(256, 256, false);

  /** Trips only if a process hangs. */
  private static final int MINUTES = 10;

  @TempDir Path directory;

  @Test
  void a_worker_ends_at_once_when_its_parent_is_killed_during_a_trial() throws Exception {
    Path log = directory.resolve("parent.log");
    Process parent =
        Launcher.ofThisClassPath()
            .start(DoomedParent.class.getName(), List.of(directory.toUri().toString()), log, SMALL);
    try {
      String pid = parent.inputReader(UTF_8).readLine();
      assertThat(pid).as(Files.readString(log)).isNotNull();
      Optional<ProcessHandle> worker = ProcessHandle.of(Long.parseLong(pid));
      parent.destroyForcibly().waitFor();

      if (worker.isPresent()) {
        worker.get().onExit().get(MINUTES, TimeUnit.MINUTES);
      }
      assertThat(new TrialDirectory(directory.resolve("trial1")).isFinished()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void a_worker_that_cannot_write_says_where_and_blames_no_trial() throws Exception {
    PlannedTrial trial = PlannedTrials.endless(directory, 1).get(0);
    TrialPreparation.prepare(trial);
    Files.writeString(trial.directory().bestModel().getParent(), "in the way");
    WorkerRequest request =
        new WorkerRequest.Train(
            trial.directory().path().toString(), trial.corpus().map(Path::toString), "");
    try (WorkerProcess worker =
        WorkerProcess.start(Launcher.ofThisClassPath(), SMALL, directory.resolve("worker.log"))) {
      assertThatThrownBy(() -> worker.ask(request, progress -> {}))
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("cannot write " + trial.directory().bestModel())
          .hasMessageContaining("is not a directory");
    }
  }

  @Test
  void a_worker_ends_when_nobody_reads_what_it_tells() throws Exception {
    PlannedTrial trial = PlannedTrials.endless(directory, 1).get(0);
    TrialPreparation.prepare(trial);
    Path log = directory.resolve("worker.log");
    Process worker =
        Launcher.ofThisClassPath()
            .start(
                Worker.class.getName(),
                List.of(Long.toString(ProcessHandle.current().pid())),
                log,
                SMALL);
    try (Writer requests = worker.outputWriter(UTF_8)) {
      requests.write(
          WorkerProtocol.mapper()
                  .writeValueAsString(
                      new WorkerRequest.Train(
                          trial.directory().path().toString(),
                          trial.corpus().map(Path::toString),
                          ""))
              + "\n");
      requests.flush();
      try (BufferedReader events = worker.inputReader(UTF_8)) {
        assertThat(events.readLine()).as(Files.readString(log)).contains("progressed");
      }

      assertThat(worker.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(trial.directory().isFinished()).isFalse();
    } finally {
      worker.destroyForcibly();
    }
  }
}
