package dev.inputmethod.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.reports.record.OutputDirectory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkerPoolTest {
  @TempDir Path directory;

  @Test
  void when_something_goes_wrong_every_lane_stops_and_none_begins_another_trial() {
    List<PlannedTrial> trials = PlannedTrials.endless(directory, 4);
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    try (WorkerPool pool = pool(2)) {
      assertThatThrownBy(() -> pool.train(trials, 2, new Failing())).hasMessage("enough");

      assertThat(ProcessHandle.current().children().filter(it -> !before.contains(it))).isEmpty();
      assertThat(directory.resolve("trial3")).doesNotExist();
      assertThat(directory.resolve("trial4")).doesNotExist();
    }
  }

  @Test
  void an_interrupt_stops_every_lane() {
    List<PlannedTrial> trials = PlannedTrials.endless(directory, 2);
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    try (WorkerPool pool = pool(1)) {
      assertThatThrownBy(() -> pool.train(trials, 1, new Interrupting()))
          .isInstanceOf(InterruptedException.class);

      assertThat(ProcessHandle.current().children().filter(it -> !before.contains(it))).isEmpty();
      assertThat(directory.resolve("trial2")).doesNotExist();
      assertThat(trials.get(0).directory().isFinished()).isFalse();
    }
  }

  @Test
  void an_error_in_a_lane_is_told_like_any_other_failure() {
    BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    WorkerLane lane =
        new WorkerLane(Launcher.ofThisClassPath(), new Limits(1, 1, false), directory, "");
    WorkerPool.work(lane, new Poisoned(), told, new SilentListener(), new AtomicInteger(1));

    assertThat(told).hasSize(1);
    assertThatThrownBy(() -> told.remove().run()).hasMessage("poisoned");
  }

  @Test
  void a_lane_that_is_closed_as_a_trial_begins_starts_no_worker_and_blames_no_trial() {
    List<PlannedTrial> trials = PlannedTrials.endless(directory, 2);
    Launcher launcher =
        new Launcher(
            () -> {
              throw new AssertionError("a worker was started");
            });
    WorkerLane lane = new WorkerLane(launcher, new Limits(1, 1, false), directory, "");
    Queue<Runnable> told = new ArrayDeque<>();
    List<String> calls = new ArrayList<>();
    lane.train(new Closing(lane, trials), told, new Noting(calls));
    told.forEach(Runnable::run);

    assertThat(calls).containsExactly("started trial1");
  }

  private WorkerPool pool(int workers) {
    return new WorkerPool(Launcher.ofThisClassPath(), workers, new OutputDirectory(directory), "");
  }

  private static final class Failing extends SilentListener {
    @Override
    public void progressed(PlannedTrial trial, WorkerEvent.Progressed progress) {
      throw new IllegalStateException("enough");
    }
  }

  private static final class Interrupting extends SilentListener {
    @Override
    public void progressed(PlannedTrial trial, WorkerEvent.Progressed progress) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes a lane as it takes a trial. */
  private static final class Closing extends ArrayDeque<PlannedTrial> {
    private static final long serialVersionUID = 1L;

    private final transient WorkerLane lane;

    Closing(WorkerLane lane, List<PlannedTrial> trials) {
      super(trials);
      this.lane = lane;
    }

    @Override
    public PlannedTrial poll() {
      lane.close();
      return super.poll();
    }
  }

  private static final class Noting extends SilentListener {
    private final List<String> calls;

    Noting(List<String> calls) {
      this.calls = calls;
    }

    @Override
    public void started(PlannedTrial trial) {
      calls.add("started " + trial.name());
    }

    @Override
    public void trained(PlannedTrial trial) {
      calls.add("trained " + trial.name());
    }

    @Override
    public void crashed(PlannedTrial trial, String reason) {
      calls.add("crashed " + trial.name() + ": " + reason);
    }
  }

  private static final class Poisoned extends ArrayDeque<PlannedTrial> {
    private static final long serialVersionUID = 1L;

    @Override
    public PlannedTrial poll() {
      throw new AssertionError("poisoned");
    }
  }
}
