package dev.inputmethod.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Determines the commit that is checked out in a directory, by calling git. */
final class Checkout {
  /**
   * Prints the forty digits of the commit, whatever tags there are, followed by {@code -dirty} if
   * files have been changed.
   */
  private static final List<String> GIT =
      List.of("git", "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty");

  private final List<String> command;
  private final Duration patience;

  Checkout() {
    this(GIT, Duration.ofSeconds(5));
  }

  /**
   * Creates a checkout that calls another command.
   *
   * @param patience how long to wait for the command
   */
  Checkout(List<String> command, Duration patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  /** Returns the commit; empty if there is none, git is missing, or it does not answer in time. */
  String commitOf(Path directory) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      // Otherwise git may update the index while the user is working with it.
      builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
      Process git = builder.start();
      try {
        git.getOutputStream().close();
        // Read after the exit: a read has no time limit, and the single line fits into the pipe.
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
