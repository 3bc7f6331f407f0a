package dev.inputmethod.batch;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Tells who reads what this JVM prints. */
final class Surroundings {
  private Surroundings() {}

  /** Whether a person sees the output as it comes. */
  static boolean areWatched() {
    return areWatched(isTerminal(), System.getenv());
  }

  static boolean areWatched(boolean terminal, Map<String, String> environment) {
    String ci = environment.getOrDefault("CI", "");
    return terminal
        && (ci.isEmpty() || ci.equals("false"))
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether standard input and output both are a terminal. */
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is a console where there is no terminal.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
