package dev.inputmethod.sweep;

/** Ignores all calls. */
class SilentListener implements WorkerPool.Listener {
  @Override
  public void started(PlannedTrial trial) {}

  @Override
  public void progressed(PlannedTrial trial, WorkerEvent.Progressed progress) {}

  @Override
  public void trained(PlannedTrial trial) {}

  @Override
  public void crashed(PlannedTrial trial, String reason) {}
}
