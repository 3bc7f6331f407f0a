package dev.inputmethod.plugin;

import dev.inputmethod.batch.FailureMessage;
import dev.inputmethod.batch.TaskRunner;
import dev.inputmethod.engine.LocalEngine;
import dev.inputmethod.engine.WorkingDirectories;
import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.sweep.Launcher;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What all goals share: their directories, the engine, and the translation of exceptions. */
abstract class EngineMojo extends AbstractMojo {
  /** Directory for results, one subdirectory per experiment; relative to the base directory. */
  @Parameter(property = "inputmethod.outputDirectory", defaultValue = "target/inputmethod")
  private String outputDirectory;

  /** Whether to skip the goal. */
  @Parameter(property = "inputmethod.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true)
  private PluginDescriptor plugin;

  private final RepositorySystem repositorySystem;

  EngineMojo(RepositorySystem repositorySystem) {
    this.repositorySystem = repositorySystem;
  }

  /** Runs the goal. */
  abstract void run(TaskRunner runner) throws MojoFailureException;

  /** Returns this goal's parameters, to which more can be added. */
  final GoalParameters parameters(String goal) {
    return new GoalParameters(goal, new FilePatterns(base()))
        .one("outputDirectory", outputDirectory);
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped (inputmethod.skip=true)");
      return;
    }
    try {
      boolean batchMode = !session.getRequest().isInteractiveMode();
      run(new TaskRunner(engine(), getLog()::info, batchMode, "-Dinputmethod.only=failed"));
    } catch (InvalidInputException e) {
      throw new MojoExecutionException("Invalid input; no trial was run:\n" + e.getMessage());
    } catch (UnresolvedException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      FailureMessage message = FailureMessage.of(e);
      throw message.isExplained()
          ? new MojoExecutionException(message.text())
          : new MojoExecutionException("The plugin itself failed: " + e, e);
    }
  }

  private LocalEngine engine() {
    return new LocalEngine(
        new Launcher(this::classPath), new WorkingDirectories(base(), Path.of(outputDirectory)));
  }

  private Path base() {
    @Nullable File basedir = project.getBasedir();
    return Path.of(basedir == null ? session.getExecutionRootDirectory() : basedir.getPath());
  }

  /** Called only when a worker starts, since it may download many megabytes of natives. */
  private List<Path> classPath() {
    return new WorkerClassPath(
            repositorySystem, session.getRepositorySession(), project.getRemotePluginRepositories())
        .resolve(plugin.getVersion());
  }
}
