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
 * Creates the provenance of trial records: the versions, the Java virtual machine and the hardware
 * of this process, and the commit of the experiment's checkout.
 *
 * @param clock used to time trials
 * @param commit the hash of the checked-out commit, followed by {@code -dirty} if files have been
 *     changed since; empty if the experiment is not in a checkout
 */
public record ProvenanceFactory(Clock clock, String commit) {
  /**
   * Each worker process computes on one thread: {@link Launcher} limits the native libraries to
   * one, and the kernels start none. Parallelism comes from running several workers.
   */
  private static final int THREADS_OF_A_TRIAL = 1;

  /** A factory for experiments whose files are in the directory {@code base}. */
  public static ProvenanceFactory forExperimentsIn(Path base) {
    return new ProvenanceFactory(Clock.systemUTC(), new Checkout().commitOf(base));
  }

  /**
   * Returns the provenance of a trial that starts now; its duration is still 0.
   *
   * @param implementation what computes the network's steps
   */
  public Provenance create(Implementation implementation, String dataHash, Instant started) {
    Map<String, String> versions = new TreeMap<>();
    Versions.load().forEach((name, version) -> versions.put(name.toString(), version.toString()));
    return new Provenance(
        versions,
        commit,
        join("java.vm.vendor", "java.vm.name", "java.vm.version"),
        join("os.name", "os.version", "os.arch"),
        processor(),
        implementation.word(),
        THREADS_OF_A_TRIAL,
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

  /** Returns the processor's name if the system provides it, and its architecture otherwise. */
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
