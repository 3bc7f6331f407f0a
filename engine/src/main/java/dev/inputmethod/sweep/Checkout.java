package dev.inputmethod.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks git which commit a directory is at. */
final class Checkout {
  /** Forty digits, whatever tags there are; {@code -dirty} behind them if files were changed. */
  private static final List<String> GIT =
      List.of("git", "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty");

  private final List<String> command;
  private final Duration patience;

  Checkout() {
    this(GIT, Duration.ofSeconds(5));
  }

  /**
   * With another command.
   *
   * @param patience how long to wait for it
   */
  Checkout(List<String> command, Duration patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  /** The commit; empty where there is none, no git, or no answer in time. */
  String commitOf(Path directory) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      // Looking is not to change the index, which the user may be working on.
      builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
      Process git = builder.start();
      try {
        git.getOutputStream().close();
        // Read afterwards: the one line waits in the pipe, and reading has no time limit.
        return git.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && git.exitValue() == 0
            ? new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
            : "";
      } finally {
        git.destroyForcibly();
      }
    } catch (IOException noGit) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
