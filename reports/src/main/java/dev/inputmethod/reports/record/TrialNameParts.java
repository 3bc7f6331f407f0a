package dev.inputmethod.reports.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a trial's name, such as {@code lstm-2x128-seed1-3fa9c1b2}.
 *
 * @param stem describes the configuration: {@code lstm-2x128}
 * @param seed the trial's seed
 * @param hash hexadecimal digits that tell apart trials with the same stem and seed; may be empty
 */
public record TrialNameParts(String stem, long seed, String hash) {
  /** At most 18 digits of the seed, which fit into a long. */
  private static final Pattern NAME = Pattern.compile("(.+)-seed([0-9]{1,18})(-[0-9a-f]+)?");

  /** Splits a name; empty if it does not have these parts. */
  public static Optional<TrialNameParts> parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String hash = parts.group(3) == null ? "" : parts.group(3).substring(1);
    return Optional.of(new TrialNameParts(parts.group(1), Long.parseLong(parts.group(2)), hash));
  }

  /** Returns the whole name. */
  public String name() {
    return withoutHash() + hashSuffix();
  }

  /** Returns the name without its hash, for readers. */
  public String withoutHash() {
    return stem + "-seed" + seed;
  }

  /** Returns the name without its seed. */
  public String withoutSeed() {
    return stem + hashSuffix();
  }

  private String hashSuffix() {
    return hash.isEmpty() ? "" : "-" + hash;
  }
}
