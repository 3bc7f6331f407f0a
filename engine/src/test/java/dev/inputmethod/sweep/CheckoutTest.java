package dev.inputmethod.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class CheckoutTest {
  @TempDir Path directory;

  @Test
  void a_commit_says_whether_files_were_changed_since() throws Exception {
    assumeThat(git("init", "-q")).isTrue();
    Path file = Files.writeString(directory.resolve("experiment.yaml"), "one");
    assumeThat(git("add", ".")).isTrue();
    assumeThat(git("commit", "-q", "-m", "First")).isTrue();
    assertThat(new Checkout().commitOf(directory)).matches("[0-9a-f]{40}");

    Files.writeString(file, "another");
    assertThat(new Checkout().commitOf(directory)).matches("[0-9a-f]{40}-dirty");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // Trips only if it waits.
  void a_git_that_never_answers_is_not_waited_for() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Checkout stuck =
        new Checkout(
            List.of(java, "-cp", classPath, StubbornChild.class.getName()), Duration.ofMillis(1));

    assertThat(stuck.commitOf(directory)).isEmpty();
  }

  @Test
  void without_git_there_is_no_commit() {
    Checkout missing = new Checkout(List.of("no-such-program"), Duration.ofSeconds(5));

    assertThat(missing.commitOf(directory)).isEmpty();
  }

  private boolean git(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(words));
    Process git =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return git.waitFor() == 0;
  }
}
