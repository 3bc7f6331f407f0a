package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskRunner;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
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
  void run(TaskRunner runner) throws MojoFailureException {
    List<String> damaged = runner.report();
    if (!damaged.isEmpty()) {
      throw new MojoFailureException(String.join("\n", damaged));
    }
  }
}
