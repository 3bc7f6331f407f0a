package dev.inputmethod.reports.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a trial was set to, without its seed: settings by dotted path, such as {@code model.cell},
 * in the experiment file's order. Settings without effect are left out, so equal configurations are
 * equal values. As JSON it is nested as in the YAML.
 *
 * @param settings values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, or a
 *     {@link java.util.List} of those
 */
public record Configuration(Map<String, Object> settings) {
  public Configuration {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The setting as text, as a reader would write it. */
  public Optional<String> text(String path) {
    return Optional.ofNullable(settings.get(path)).map(Object::toString);
  }
}
