package dev.inputmethod.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.StorageException;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.training.TrialRun;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The main class of a worker process. Reads requests from standard input, one JSON object per line,
 * serves them in order on one thread, and answers on standard output. Exits at the end of the
 * input, and at once when the parent process is gone.
 */
public final class Worker {
  private final ObjectMapper json = WorkerProtocol.mapper();
  private final Clock clock = Clock.systemUTC();
  private final OutputStream events;
  private Optional<TrialModel.Continuation> open = Optional.empty();

  private Worker(OutputStream events) {
    this.events = events;
  }

  /** Starts a worker; the argument is the parent's process id. */
  public static void main(String[] arguments) throws IOException {
    ParentWatch.start(Long.parseLong(arguments[0]));
    // Not System.out: a PrintStream hides write errors, which tell that the parent is gone.
    OutputStream events = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err); // Libraries must not print between the answers.
    try (BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      new Worker(events).serve(requests);
    }
  }

  private void serve(BufferedReader requests) throws IOException {
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      try {
        send(answer(json.readValue(line, WorkerRequest.class)));
      } catch (InvalidInputException e) {
        send(new WorkerEvent.Refused(e.problems()));
      } catch (IOException e) {
        send(blocked(new UncheckedIOException("a file cannot be read or written", e)));
        return;
      } catch (UncheckedIOException e) {
        send(blocked(e));
        return;
      } catch (RuntimeException | Error e) {
        // After an error the state of this JVM is unknown: the parent starts another worker.
        e.printStackTrace(System.err);
        send(new WorkerEvent.Failed(reason(e)));
        return;
      }
    }
  }

  private static WorkerEvent blocked(UncheckedIOException e) {
    return new WorkerEvent.Blocked(new StorageException(e).getMessage());
  }

  private static String reason(Throwable e) {
    return e instanceof OutOfMemoryError
        ? String.format(
            Locale.ROOT,
            "out of memory (%s); reduce training.batchSize or model.hiddenSize, or use fewer"
                + " workers",
            e.getMessage())
        : e.toString();
  }

  private WorkerEvent answer(WorkerRequest request) throws IOException {
    if (request instanceof WorkerRequest.Train train) {
      return train(train);
    }
    if (request instanceof WorkerRequest.Evaluate asked) {
      return model(asked.directory())
          .evaluate(paths(asked.dialogues()), Path.of(asked.cache()), asked.corpus().map(Path::of));
    }
    if (request instanceof WorkerRequest.Open asked) {
      open = Optional.of(model(asked.directory()).continuation());
      return new WorkerEvent.Opened();
    }
    WorkerRequest.Continue asked = (WorkerRequest.Continue) request;
    return new WorkerEvent.Predicted(
        open.orElseThrow().of(asked.prefix(), asked.words(), asked.beam()));
  }

  private static TrialModel model(String directory) throws IOException {
    return TrialModel.load(new TrialDirectory(Path.of(directory)));
  }

  private static List<Path> paths(List<String> texts) {
    return texts.stream().map(Path::of).toList();
  }

  private WorkerEvent train(WorkerRequest.Train request) throws IOException {
    Optional<EncodedCorpus> corpus = Optional.empty();
    if (request.corpus().isPresent()) {
      corpus = Optional.of(EncodedCorpus.open(Path.of(request.corpus().get())));
    }
    TrialRun trial = new TrialRun(new TrialDirectory(Path.of(request.directory())), corpus, clock);
    ProvenanceFactory provenances = new ProvenanceFactory(clock, request.commit());
    trial.run(
        provenances.create(
            trial.implementation(),
            corpus.map(EncodedCorpus::dataHash).orElse(""),
            clock.instant()),
        new ProgressReporter(trial.epochs(), trial.steps(), clock, this::send));
    return new WorkerEvent.Trained();
  }

  private void send(WorkerEvent event) {
    try {
      events.write((json.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
      events.flush();
    } catch (IOException e) {
      // The parent is gone, or has closed the pipe.
      Runtime.getRuntime().halt(1);
    }
  }
}
