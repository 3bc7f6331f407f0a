package dev.inputmethod.sweep;

import dev.inputmethod.kernel.KernelForms;
import dev.inputmethod.reports.record.OutputDirectory;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Starts the JVMs that trials run in.
 *
 * <p>A native library binds to one class loader and reads {@code OMP_NUM_THREADS} once, so trials
 * cannot run inside Maven's JVM. A child's standard input and output are pipes for the caller, in
 * UTF-8. An orderly end of the parent ends it too; for any other end a child needs a {@link
 * ParentWatch}.
 */
public final class Launcher {
  /** Windows allows no longer an environment variable. */
  private static final int LONGEST_VARIABLE = 32_766;

  private final Supplier<List<Path>> resolution;
  private Optional<List<Path>> resolved = Optional.empty();

  /**
   * A launcher of children with a class path that may take long to find.
   *
   * @param classPath asked once, when a child must start: the engine, all it needs at run time, and
   *     one platform's natives
   */
  public Launcher(Supplier<List<Path>> classPath) {
    this.resolution = classPath;
  }

  /** A launcher of children with the class path of this very JVM. */
  public static Launcher ofThisClassPath() {
    List<Path> paths = new ArrayList<>();
    StringTokenizer entries =
        new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (entries.hasMoreTokens()) {
      paths.add(Path.of(entries.nextToken()).toAbsolutePath());
    }
    return new Launcher(() -> paths);
  }

  /** What children load, found when it is first asked for. */
  synchronized List<Path> classPath() {
    if (resolved.isEmpty()) {
      resolved = Optional.of(List.copyOf(resolution.get()));
    }
    return resolved.get();
  }

  /**
   * Starts a child.
   *
   * @param mainClass on the class path
   * @param errorLog where the child's standard error is appended; its directories are made
   * @throws IOException when the child cannot be started or the log cannot be written
   */
  public Process start(String mainClass, List<String> arguments, Path errorLog, Limits limits)
      throws IOException {
    Path log = errorLog.toAbsolutePath();
    Files.createDirectories(log.getParent());
    List<String> command = command(Runtime.version().feature(), limits, log);
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    environment(builder.environment());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process child = builder.start();
    endWithThisJvm(child);
    return child;
  }

  /** The java of this JVM and its options; {@code feature} is its version, such as 17. */
  static List<String> command(int feature, Limits limits, Path errorLog) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    // One trial has one core: parallel collectors would take the others' time.
    command.add("-XX:+UseSerialGC");
    if (limits.crowded()) {
      // Compiling what runs seldom takes more of trials' time than it saves: docs/performance.md.
      command.add("-XX:CompileThresholdScaling=3");
    }
    // Otherwise a native crash leaves its account in the user's working directory.
    command.add(
        "-XX:ErrorFile="
            + errorLog.resolveSibling(errorLog.getFileName() + OutputDirectory.CRASH_SUFFIX));
    command.add("-Dorg.bytedeco.javacpp.maxbytes=" + limits.offHeapMegabytes() + "m");
    // Resident memory counts mapped corpora too, and reading it at every allocation is slow.
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    if (ModuleFinder.ofSystem().find(KernelForms.MODULE).isPresent()) {
      command.add("--add-modules=" + KernelForms.MODULE);
    }
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    // The libraries tell the same dozen lines in every child.
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    if (feature >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (feature >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    return command;
  }

  private void environment(Map<String, String> environment) {
    for (String library : List.of("OMP", "OPENBLAS", "MKL", "VECLIB", "BLIS")) {
      environment.put(
          library + (library.equals("VECLIB") ? "_MAXIMUM_THREADS" : "_NUM_THREADS"), "1");
    }
    environment.put("CLASSPATH", joinedClassPath());
  }

  /** In the environment, since it would not fit on a command line of Windows. */
  private String joinedClassPath() {
    String joined =
        classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    if (joined.length() > LONGEST_VARIABLE) {
      throw new IllegalStateException(
          "the class path of a trial is "
              + joined.length()
              + " characters long, at most "
              + LONGEST_VARIABLE
              + " fit; move the local repository to a shorter path");
    }
    return joined;
  }

  private static void endWithThisJvm(Process child) {
    Thread hook = new Thread(child::destroyForcibly, "end of " + child.pid());
    Runtime.getRuntime().addShutdownHook(hook);
    CompletableFuture<Void> unused = child.onExit().thenRun(() -> forget(hook));
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is at work.
    }
  }
}
