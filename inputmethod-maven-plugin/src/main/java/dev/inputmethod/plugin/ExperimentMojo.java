package dev.inputmethod.plugin;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Runs experiments. */
@Mojo(name = "experiment", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExperimentMojo extends AbstractMojo {
  @Override
  public void execute() {}
}
