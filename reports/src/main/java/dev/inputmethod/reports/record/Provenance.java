package dev.inputmethod.reports.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a record comes from, so that a surprising figure can be traced and a result repeated.
 *
 * @param versions by library: {@code inputmethod}, {@code dl4j}, {@code hanlp}, …
 * @param commit of the project's checkout, empty where there is none
 * @param jvm vendor, name and version
 * @param os name, version and architecture
 * @param processor model name, or the architecture where it is not known
 * @param kernels which form of the layers ran, such as {@code fast (vector-512)}
 * @param threads OpenMP threads a trial had
 * @param dataHash SHA-256 of the dialogues' bytes, in hexadecimal
 * @param started ISO-8601 instant
 * @param seconds wall time of the trial
 */
public record Provenance(
    Map<String, String> versions,
    String commit,
    String jvm,
    String os,
    String processor,
    String kernels,
    int threads,
    String dataHash,
    String started,
    double seconds) {
  public Provenance {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** The same, of a trial that ran in this form of the layers. */
  public Provenance in(String form) {
    return new Provenance(
        versions, commit, jvm, os, processor, form, threads, dataHash, started, seconds);
  }

  /** The same, of a trial that took so many seconds. */
  public Provenance after(double wallSeconds) {
    return new Provenance(
        versions, commit, jvm, os, processor, kernels, threads, dataHash, started, wallSeconds);
  }
}
