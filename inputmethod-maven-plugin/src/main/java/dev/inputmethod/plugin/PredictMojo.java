package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskRunner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Predicts the next words with a trial, for each line typed or for one prefix. */
@Mojo(name = "predict", requiresProject = false, aggregator = true, threadSafe = true)
public final class PredictMojo extends EngineMojo {
  /** A trial's name, {@code experiment/trial}, or a directory; default: the winner's best seed. */
  @Parameter(property = "inputmethod.trial")
  private @Nullable String trial;

  /** Text to continue; default: read lines until {@code quit}. */
  @Parameter(property = "inputmethod.prefix")
  private @Nullable String prefix;

  /** Maximum number of suggestions. */
  @Parameter(property = "inputmethod.candidates", defaultValue = "5")
  private @Nullable String candidates;

  /** Number of words to predict at a time. */
  @Parameter(property = "inputmethod.words", defaultValue = "1")
  private @Nullable String words;

  /** Width of the beam search; 1 is greedy; default: the number of suggestions. */
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
