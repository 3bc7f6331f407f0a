package dev.inputmethod.bench;

import java.util.HashMap;
import java.util.Map;

/** Arguments of the form {@code key=value}. */
final class Arguments {
  private final Map<String, String> given = new HashMap<>();

  Arguments(String[] arguments) {
    for (String argument : arguments) {
      set(argument);
    }
  }

  /** Adds an argument, or gives one another value. */
  void set(String argument) {
    String[] parts = argument.split("=", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("'" + argument + "' is no key=value");
    }
    given.put(parts[0], parts[1]);
  }

  String text(String key) {
    String value = given.get(key);
    if (value == null) {
      throw new IllegalArgumentException("give " + key + "=…");
    }
    return value;
  }

  int number(String key) {
    return Integer.parseInt(text(key));
  }
}
