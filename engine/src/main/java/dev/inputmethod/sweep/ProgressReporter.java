package dev.inputmethod.sweep;

import dev.inputmethod.training.TrialListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Reports the progress of a trial at most four times a second. */
final class ProgressReporter implements TrialListener {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final int epochs;
  private final long steps;
  private final Clock clock;
  private final Consumer<WorkerEvent> events;
  private Instant next = Instant.MIN;

  ProgressReporter(int epochs, long steps, Clock clock, Consumer<WorkerEvent> events) {
    this.epochs = epochs;
    this.steps = steps;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public void stepped(int epoch, long step, double trainingLoss, int targets) {
    Instant now = clock.instant();
    if (now.isBefore(next) && step < steps) {
      return;
    }
    next = now.plus(PAUSE);
    events.accept(new WorkerEvent.Progressed(epoch, epochs, step, steps, trainingLoss));
  }
}
