package dev.inputmethod.plugin;

import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What goals that read experiment files have in common. */
abstract class SweepMojo extends EngineMojo {
  /** Ant-style patterns of experiment files, separated by commas. */
  @Parameter(property = "inputmethod.experiments", defaultValue = "experiments/*.yaml")
  private String experiments;

  /** Settings instead of those in the files: {@code training.epochs=1,sweep.cell=[rnn,lstm]}. */
  @Parameter(property = "inputmethod.set")
  private @Nullable String set;

  /** Patterns of those files to leave out, separated by commas. */
  @Parameter(property = "inputmethod.excludes")
  private @Nullable String excludes;

  SweepMojo(RepositorySystem repositorySystem) {
    super(repositorySystem);
  }

  /** Starts to collect this goal's parameters with those that these goals share. */
  final GoalParameters sweepParameters(String goal) {
    return parameters(goal)
        .patterns("include", "experiments", experiments)
        .patterns("exclude", "excludes", excludes)
        .one("set", set);
  }
}
