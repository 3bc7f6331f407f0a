package dev.inputmethod.sweep;

import java.nio.file.Path;
import java.util.List;

/**
 * Prints the options of a worker's JVM, one a line, for benchmarks that are to run as trials do;
 * the argument is how many workers share the machine.
 */
public final class WorkerOptions {
  private WorkerOptions() {}

  public static void main(String[] arguments) {
    Limits limits = Limits.shared(Integer.parseInt(arguments[0]));
    List<String> command =
        Launcher.command(Runtime.version().feature(), limits, Path.of("target", "bench"));
    command.forEach(System.out::println);
  }
}
