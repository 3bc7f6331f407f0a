package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/** Exports the experiments' encoded windows as JSON Lines. */
@Mojo(name = "process", requiresProject = false, aggregator = true, threadSafe = true)
public final class ProcessMojo extends SweepMojo {
  @Inject
  public ProcessMojo(RepositorySystem repositorySystem) {
    super(repositorySystem);
  }

  @Override
  void run(TaskRunner runner) {
    GoalParameters parameters = sweepParameters("process");
    runner.process(runner.check(parameters.arguments(), parameters.command()));
  }
}
