package dev.inputmethod.plugin;

import dev.inputmethod.batch.Tasks;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/** Draws the reports again from the records; trains nothing. */
@Mojo(name = "report", requiresProject = false, aggregator = true, threadSafe = true)
public final class ReportMojo extends EngineMojo {
  @Inject
  public ReportMojo(RepositorySystem repositorySystem) {
    super(repositorySystem);
  }

  @Override
  void run(Tasks tasks) {
    tasks.report();
  }
}
