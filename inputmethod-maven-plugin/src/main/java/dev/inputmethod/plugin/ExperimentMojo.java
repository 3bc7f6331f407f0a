package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskRunner;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Trains every configuration of the experiments that has no record yet, and draws their reports.
 */
@Mojo(name = "experiment", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExperimentMojo extends SweepMojo {
  /** {@code failed} runs only the trials that failed before. */
  @Parameter(property = "inputmethod.only")
  private @Nullable String only;

  /** Whether a failed trial fails the build. */
  @Parameter(property = "inputmethod.failOnFailedTrial", defaultValue = "true")
  private boolean failOnFailedTrial;

  /** Number of trials that run in parallel; default: the file's setting, or one per core. */
  @Parameter(property = "inputmethod.workers")
  private @Nullable String workers;

  @Inject
  public ExperimentMojo(RepositorySystem repositorySystem) {
    super(repositorySystem);
  }

  @Override
  void run(TaskRunner runner) throws MojoFailureException {
    GoalParameters parameters =
        sweepParameters("experiment").one("workers", workers).one("only", only);
    List<String> failures =
        runner.experiment(runner.check(parameters.arguments(), parameters.command()));
    if (!failures.isEmpty() && failOnFailedTrial) {
      throw new MojoFailureException(String.join("\n", failures));
    }
    failures.forEach(getLog()::warn);
  }
}
