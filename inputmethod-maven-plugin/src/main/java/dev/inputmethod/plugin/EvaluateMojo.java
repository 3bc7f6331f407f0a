package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Evaluates a trial on dialogue files, prints the metrics and stores them. */
@Mojo(name = "evaluate", requiresProject = false, aggregator = true, threadSafe = true)
public final class EvaluateMojo extends EngineMojo {
  /** A trial's name, {@code experiment/trial}, or a directory; default: the winner's best seed. */
  @Parameter(property = "inputmethod.trial")
  private @Nullable String trial;

  /** Dialogue files or Ant-style patterns, separated by commas; required. */
  @Parameter(property = "inputmethod.dialogues")
  private @Nullable String dialogues;

  @Inject
  public EvaluateMojo(RepositorySystem repositorySystem) {
    super(repositorySystem);
  }

  @Override
  void run(TaskRunner runner) {
    runner.evaluate(
        parameters("evaluate")
            .one("trial", trial)
            .patterns("dialogues", "dialogues", dialogues)
            .arguments());
  }
}
