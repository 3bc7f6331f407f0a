package dev.inputmethod.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** How a worker and its parent write to each other: JSON, one object a line, UTF-8. */
final class WorkerProtocol {
  /** How every event's line begins. */
  static final String EVENT_START = "{\"event\":";

  private WorkerProtocol() {}

  static ObjectMapper mapper() {
    return new ObjectMapper().registerModule(new Jdk8Module());
  }
}
