package dev.inputmethod.training;

import dev.inputmethod.task.Batch;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/** Walks over the batches of an epoch and tells whether a later one still has a target. */
final class LookAhead implements Iterator<Batch> {
  private final Iterator<Batch> unread;

  /** Read to look ahead: some without a target, and at most one, the last, with a target. */
  private final Queue<Batch> read = new ArrayDeque<>();

  LookAhead(Iterable<Batch> batches) {
    this.unread = batches.iterator();
  }

  @Override
  public boolean hasNext() {
    return !read.isEmpty() || unread.hasNext();
  }

  @Override
  public Batch next() {
    return read.isEmpty() ? unread.next() : read.remove();
  }

  /** Whether a batch that is still to come has a target, and so makes an update. */
  boolean hasTargetAhead() {
    if (read.stream().anyMatch(batch -> batch.targetCount() > 0)) {
      return true;
    }
    while (unread.hasNext()) {
      Batch batch = unread.next();
      read.add(batch);
      if (batch.targetCount() > 0) {
        return true;
      }
    }
    return false;
  }
}
