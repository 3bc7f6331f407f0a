package dev.inputmethod.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.StorageException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The parent's end of a worker: asks one thing at a time and waits for the answer. */
final class WorkerProcess implements AutoCloseable {
  /** 128 and the number of SIGKILL, as the JDK tells it on Unix. */
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

  /** Starts a worker whose standard error goes to {@code log}. */
  static WorkerProcess start(Launcher launcher, Limits limits, Path log) throws IOException {
    List<String> arguments = List.of(Long.toString(ProcessHandle.current().pid()));
    return new WorkerProcess(launcher.start(Worker.class.getName(), arguments, log, limits), log);
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param progress is told of progress meanwhile
   * @throws InvalidInputException when the worker finds what the user gave to be wrong
   * @throws StorageException when the worker cannot read or write a file; it has ended then
   * @throws WorkerDiedException when it ends, or says that it broke
   */
  WorkerEvent ask(WorkerRequest request, Consumer<WorkerEvent.Progressed> progress)
      throws WorkerDiedException {
    try {
      requests.write(json.writeValueAsString(request));
      requests.newLine();
      requests.flush();
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (!line.startsWith(WorkerProtocol.EVENT_START)) {
          continue; // A native library's own word.
        }
        WorkerEvent event = json.readValue(line, WorkerEvent.class);
        if (event instanceof WorkerEvent.Progressed progressed) {
          progress.accept(progressed);
        } else {
          return answer(event);
        }
      }
    } catch (JsonProcessingException e) {
      throw new WorkerDiedException("the worker's answer cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      // The pipe is broken: the process is gone, and why is told below.
    }
    throw new WorkerDiedException(ending());
  }

  private static WorkerEvent answer(WorkerEvent event) throws WorkerDiedException {
    if (event instanceof WorkerEvent.Refused refused) {
      List<Problem> problems = new ArrayList<>();
      for (int i = 0; i < refused.places().size(); i++) {
        problems.add(new Problem(refused.places().get(i), refused.messages().get(i)));
      }
      throw new InvalidInputException(problems);
    }
    if (event instanceof WorkerEvent.Blocked blocked) {
      throw new StorageException(blocked.message());
    }
    if (event instanceof WorkerEvent.Broke broke) {
      throw new WorkerDiedException(broke.message());
    }
    return event;
  }

  private String ending() {
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "the worker process stopped answering; see " + log;
      }
      return String.format(
          Locale.ROOT,
          "the worker process ended with exit code %d%s; see %s",
          process.exitValue(),
          process.exitValue() == KILLED ? OF_KILLED : "",
          log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return "interrupted while the worker process ended";
    }
  }

  /** Ends the worker at once, whatever it is at; whoever waits for an answer hears that it died. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends the worker: its input closes, and what does not end by itself is killed. */
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
