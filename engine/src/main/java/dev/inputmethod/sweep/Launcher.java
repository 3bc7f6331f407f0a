package dev.inputmethod.sweep;

import dev.inputmethod.kernel.KernelChoice;
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
 * Starts the child JVMs in which trials run.
 *
 * <p>A native library binds to one class loader and reads {@code OMP_NUM_THREADS} only once, so
 * that trials cannot run inside Maven's JVM. A child's standard input and output are pipes to the
 * caller, in UTF-8. The children end when this JVM shuts down in an orderly way; for all other
 * cases a child needs a {@link ParentWatch}.
 */
public final class Launcher {
  /**
   * Options for children whose compilers take time from trials. C2 compiles a method without loops
   * after 150,000 calls, since the first option multiplies the others; loops of kernels as early as
   * usual, 0.9 times. Without {@code quiet} the JVM prints the last one on standard output. See
   * docs/performance.md.
   */
  private static final List<String> FOR_CROWDED_CORES =
      List.of(
          "-XX:CompileThresholdScaling=3",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4CompileThreshold=50000",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=CompileThresholdScaling,"
              + KernelChoice.class.getPackageName()
              + ".*::*,0.3");

  /** The maximum length of an environment variable on Windows. */
  private static final int LONGEST_VARIABLE = 32_766;

  private final Supplier<List<Path>> resolution;
  private Optional<List<Path>> resolved = Optional.empty();

  /**
   * Creates a launcher.
   *
   * @param classPath called once, when the first child is started, because resolving may take long:
   *     the engine, its runtime dependencies, and the natives of one platform
   */
  public Launcher(Supplier<List<Path>> classPath) {
    this.resolution = classPath;
  }

  /** Creates a launcher of children with the class path of this JVM. */
  public static Launcher ofThisClassPath() {
    List<Path> paths = new ArrayList<>();
    StringTokenizer entries =
        new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (entries.hasMoreTokens()) {
      paths.add(Path.of(entries.nextToken()).toAbsolutePath());
    }
    return new Launcher(() -> paths);
  }

  /** Returns the children's class path, which is resolved by the first call. */
  synchronized List<Path> classPath() {
    if (resolved.isEmpty()) {
      resolved = Optional.of(List.copyOf(resolution.get()));
    }
    return resolved.get();
  }

  /**
   * Starts a child.
   *
   * @param mainClass the name of a class on the class path
   * @param errorLog the file to which the child's standard error is appended; its directories are
   *     created
   * @throws IOException if the child cannot be started or the log cannot be written
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

  /**
   * Returns the java command of this JVM with its options.
   *
   * @param feature the version of Java, such as 17
   */
  static List<String> command(int feature, Limits limits, Path errorLog) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    // A trial has one core: a parallel collector would take time from the other trials.
    command.add("-XX:+UseSerialGC");
    if (limits.crowded()) {
      command.addAll(FOR_CROWDED_CORES);
    }
    // Otherwise the report of a native crash is written to the user's working directory.
    command.add(
        "-XX:ErrorFile="
            + errorLog.resolveSibling(errorLog.getFileName() + OutputDirectory.CRASH_SUFFIX));
    command.add("-Dorg.bytedeco.javacpp.maxbytes=" + limits.offHeapMegabytes() + "m");
    // Physical memory includes mapped corpora, and determining it at every allocation is slow.
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    if (ModuleFinder.ofSystem().find(KernelChoice.MODULE).isPresent()) {
      command.add("--add-modules=" + KernelChoice.MODULE);
    }
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    // Otherwise the libraries log the same dozen lines in every child.
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

  /**
   * Returns the value of the variable {@code CLASSPATH}: a class path would not fit on a command
   * line of Windows.
   */
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
      // The hook is running.
    }
  }
}
