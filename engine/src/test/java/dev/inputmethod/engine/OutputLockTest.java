package dev.inputmethod.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputLockTest {
  @TempDir Path directory;

  @Test
  void a_second_process_is_refused_and_told_who_has_it_until_the_first_has_ended()
      throws Exception {
    Path output = directory.resolve("out");
    Path log = directory.resolve("child.log");
    Process first =
        Launcher.ofThisClassPath()
            .start(
                LockingChild.class.getName(),
                List.of(output.toUri().toString()),
                log,
                new Limits(64, 64, false));
    try {
      assertThat(first.inputReader(UTF_8).readLine()).as(Files.readString(log)).isEqualTo("held");

      assertThatThrownBy(() -> OutputLock.holding(output, "second", () -> "nothing"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(
              "another run is using this directory (process " + first.pid() + " since ")
          .hasMessageContaining("first come");
      assertThatThrownBy(() -> OutputLock.holdingIfUsed(output, "clean", () -> "nothing"))
          .isInstanceOf(InvalidInputException.class);
    } finally {
      first.destroyForcibly();
    }
    assertThat(first.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(OutputLock.holding(output, "second", () -> "done")).isEqualTo("done");
    assertThat(OutputLock.holdingIfUsed(output, "clean", () -> "done")).isEqualTo("done");
    Path missing = directory.resolve("missing");
    assertThat(OutputLock.holdingIfUsed(missing, "clean", () -> "done")).isEqualTo("done");
    assertThat(missing).doesNotExist();
  }

  @Test
  void a_second_run_of_this_process_is_refused_too() {
    assertThatThrownBy(
            () ->
                OutputLock.holding(
                    directory, "a", () -> OutputLock.holding(directory, "b", () -> "nothing")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another run is using this directory (in this process)");
    assertThat(OutputLock.holding(directory, "c", () -> "done")).isEqualTo("done");
  }
}
