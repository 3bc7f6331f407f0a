package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskRunner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Offers the words a trial thinks come next: for each line typed, or for one prefix. */
@Mojo(name = "predict", requiresProject = false, aggregator = true, threadSafe = true)
public final class PredictMojo extends EngineMojo {
  /** A trial's name, {@code experiment/trial}, or a directory; default: the winner's best seed. */
  @Parameter(property = "inputmethod.trial")
  private @Nullable String trial;

  /** Text typed so far; without it lines are read until {@code quit}. */
  @Parameter(property = "inputmethod.prefix")
  private @Nullable String prefix;

  /** How many candidates to show at the most. */
  @Parameter(property = "inputmethod.candidates", defaultValue = "5")
  private @Nullable String candidates;

  /** How many words to continue with. */
  @Parameter(property = "inputmethod.words", defaultValue = "1")
  private @Nullable String words;

  /**
   * Hypotheses kept at each word of a continuation; 1 is greedy; as many as candidates by default.
   */
  @Parameter(property = "inputmethod.beam")
  private @Nullable String beam;

  @Inject
  public PredictMojo(RepositorySystem repositorySystem) {
    super(repositorySystem);
  }

  @Override
  void run(TaskRunner runner) {
    GoalParameters parameters = parameters("predict").one("trial", trial).one("prefix", prefix);
    parameters.one("candidates", candidates).one("words", words).one("beam", beam);
    // Not System.out, which has the platform's encoding.
    runner.predict(parameters.arguments(), System.in, new FileOutputStream(FileDescriptor.out));
  }
}
