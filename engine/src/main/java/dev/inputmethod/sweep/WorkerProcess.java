package dev.inputmethod.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.StorageException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A worker process as its parent sees it: sends one request at a time and awaits the answer. */
final class WorkerProcess implements AutoCloseable {
  /** The exit value that the JDK reports on Unix after SIGKILL: 128 + 9. */
  private static final int KILLED = 137;

  private static final String OF_KILLED = " (killed, possibly because memory ran out)";

  private static final long SECONDS_TO_END = 5;

  private final ObjectMapper json = WorkerProtocol.mapper();
  private final Process process;
  private final Path log;
  private final BufferedWriter requests;
  private final BufferedReader events;

  private WorkerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.events = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a worker whose standard error is appended to {@code log}. */
  static WorkerProcess start(Launcher launcher, Limits limits, Path log) throws IOException {
    List<String> arguments = List.of(Long.toString(ProcessHandle.current().pid()));
    return new WorkerProcess(launcher.start(Worker.class.getName(), arguments, log, limits), log);
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @param progress receives the progress made meanwhile
   * @throws InvalidInputException if the worker finds the user's input to be invalid
   * @throws StorageException if the worker cannot read or write a file; it has exited then
   * @throws WorkerCrashedException if the worker exits or fails before it answers
   */
  WorkerEvent ask(WorkerRequest request, Consumer<WorkerEvent.Progressed> progress)
      throws WorkerCrashedException {
    try {
      requests.write(json.writeValueAsString(request));
      requests.newLine();
      requests.flush();
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (!line.startsWith(WorkerProtocol.EVENT_START)) {
          continue; // Printed by a native library.
        }
        WorkerEvent event = json.readValue(line, WorkerEvent.class);
        if (event instanceof WorkerEvent.Progressed progressed) {
          progress.accept(progressed);
        } else {
          return answer(event);
        }
      }
    } catch (JsonProcessingException e) {
      throw new WorkerCrashedException(
          "the worker's answer cannot be read: " + e.getMessage(), log, e);
    } catch (IOException e) {
      // The pipe is broken because the process has ended; the reason is found below.
    }
    throw new WorkerCrashedException(ending(), log);
  }

  private WorkerEvent answer(WorkerEvent event) throws WorkerCrashedException {
    if (event instanceof WorkerEvent.Refused refused) {
      throw new InvalidInputException(refused.problems());
    }
    if (event instanceof WorkerEvent.Blocked blocked) {
      throw new StorageException(blocked.message());
    }
    if (event instanceof WorkerEvent.Failed failed) {
      throw new WorkerCrashedException(failed.message(), log);
    }
    return event;
  }

  private String ending() {
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "the worker process stopped answering";
      }
      return String.format(
          Locale.ROOT,
          "the worker process ended with exit code %d%s",
          process.exitValue(),
          process.exitValue() == KILLED ? OF_KILLED : "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return "interrupted while the worker process ended";
    }
  }

  /** Kills the worker; a pending {@link #ask} throws {@link WorkerCrashedException}. */
  void kill() {
    process.destroyForcibly();
  }

  /** Closes the worker's input, upon which it exits; kills it if it does not. */
  @Override
  public void close() {
    try {
      requests.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
