package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.OutputDirectory;
import java.net.URI;
import java.nio.file.Path;

/**
 * Run by {@link WorkerTest}, to be killed: trains on a worker, and tells the worker's process id
 * when the trial is under way.
 */
final class DoomedParent {
  private DoomedParent() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path directory = Path.of(URI.create(arguments[0]));
    try (WorkerPool pool =
        new WorkerPool(Launcher.ofThisClassPath(), 1, new OutputDirectory(directory), "")) {
      pool.train(
          PlannedTrials.endless(directory, 1),
          1,
          new SilentListener() {
            @Override
            public void progressed(PlannedTrial trial, WorkerEvent.Progressed progress) {
              ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
            }
          });
    }
  }
}
