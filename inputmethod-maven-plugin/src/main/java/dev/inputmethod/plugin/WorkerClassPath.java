package dev.inputmethod.plugin;

import dev.inputmethod.sweep.Natives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;

/**
 * The class path of a trial's JVM, resolved by Maven: mirrors, proxies, the local repository and
 * {@code -o} apply as for any dependency.
 */
final class WorkerClassPath {
  private static final String RUNTIME = "runtime";
  private static final List<Exclusion> EVERYTHING = List.of(new Exclusion("*", "*", "*", "*"));

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  WorkerClassPath(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
  }

  /**
   * Resolves the engine, its runtime dependencies, and the natives of this machine.
   *
   * @param version of the engine
   * @throws UnresolvedException if anything is missing
   */
  List<Path> resolve(String version) {
    DefaultArtifact engine =
        new DefaultArtifact("dev.inputmethod:inputmethod-engine:jar:" + version);
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(repositories);
    collect.addDependency(new Dependency(engine, RUNTIME));
    for (String coordinates : Natives.ofThisJvm().coordinates()) {
      // Without their own dependencies, which are the natives of every platform.
      collect.addDependency(
          new Dependency(new DefaultArtifact(coordinates), RUNTIME, false, EVERYTHING));
    }
    try {
      // The engine's dependency management replaces outdated libraries that DL4J depends on.
      collect.setManagedDependencies(
          system
              .readArtifactDescriptor(
                  session, new ArtifactDescriptorRequest(engine, repositories, null))
              .getManagedDependencies());
      List<Path> paths = new ArrayList<>();
      for (ArtifactResult result :
          system
              .resolveDependencies(session, new DependencyRequest(collect, null))
              .getArtifactResults()) {
        paths.add(result.getArtifact().getFile().toPath());
      }
      return paths;
    } catch (RepositoryException e) {
      throw new UnresolvedException(
          "The libraries that trials need cannot be resolved: "
              + e.getMessage()
              + "\nIf Maven is offline, run once without -o.",
          e);
    }
  }
}
