package dev.inputmethod.sweep;

import dev.inputmethod.model.Implementation;
import dev.inputmethod.reports.record.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What runs the trials: the versions, the Java virtual machine and the hardware that a record
 * names.
 *
 * @param clock tells when a trial started
 * @param commit of the checkout that the experiment is in, with {@code -dirty} behind it if files
 *     were changed; empty where there is none
 */
public record Machine(Clock clock, String commit) {
  /** This machine, for an experiment in the directory {@code base}. */
  public static Machine here(Path base) {
    return new Machine(Clock.systemUTC(), new Checkout().commitOf(base));
  }

  /**
   * Where a trial's record comes from, as far as it is known when it starts.
   *
   * @param implementation what computes the network's steps
   */
  public Provenance provenance(Implementation implementation, String dataHash, Instant started) {
    Map<String, String> versions = new TreeMap<>();
    Versions.load().forEach((name, version) -> versions.put(name.toString(), version.toString()));
    return new Provenance(
        versions,
        commit,
        join("java.vm.vendor", "java.vm.name", "java.vm.version"),
        join("os.name", "os.version", "os.arch"),
        processor(),
        implementation.word(),
        1,
        dataHash,
        started.toString(),
        0);
  }

  private static String join(String... properties) {
    return Stream.of(properties)
        .map(System::getProperty)
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }

  /** The processor's own name where the system tells it, else its architecture. */
  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      String windows = System.getenv("PROCESSOR_IDENTIFIER");
      return windows == null ? System.getProperty("os.arch") : windows;
    }
  }
}
