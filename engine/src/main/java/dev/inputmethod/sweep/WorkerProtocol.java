package dev.inputmethod.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** The protocol between a worker and its parent: JSON, one object per line, in UTF-8. */
final class WorkerProtocol {
  /** The beginning of every event's line. */
  static final String EVENT_START = "{\"event\":";

  private WorkerProtocol() {}

  static ObjectMapper mapper() {
    return new ObjectMapper().registerModule(new Jdk8Module());
  }
}
