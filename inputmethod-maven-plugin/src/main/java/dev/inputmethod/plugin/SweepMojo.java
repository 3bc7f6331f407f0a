package dev.inputmethod.plugin;

import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Parameters shared by the goals that read experiment files. */
abstract class SweepMojo extends EngineMojo {
  /** Ant-style patterns of experiment files, separated by commas. */
  @Parameter(property = "inputmethod.experiments", defaultValue = "experiments/*.yaml")
  private String experiments;

  /** Settings that override the files', such as {@code training.epochs=1,sweep.cell=[rnn,lstm]}. */
  @Parameter(property = "inputmethod.set")
  private @Nullable String set;

  /** Ant-style patterns of experiment files to skip, separated by commas. */
  @Parameter(property = "inputmethod.excludes")
  private @Nullable String excludes;

  SweepMojo(RepositorySystem repositorySystem) {
    super(repositorySystem);
  }

  /** Returns this goal's parameters with those that these goals share. */
  final GoalParameters sweepParameters(String goal) {
    return parameters(goal)
        .patterns("include", "experiments", experiments)
        .patterns("exclude", "excludes", excludes)
        .one("set", set);
  }
}
