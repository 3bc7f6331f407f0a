package dev.inputmethod.batch;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Tells whether a terminal shows what this JVM prints, and how wide it is. */
final class Surroundings {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

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

  /** The terminal; on Unix through its own programs, as newer JVMs warn of native libraries. */
  static Terminal openTerminal() throws IOException {
    TerminalBuilder builder = TerminalBuilder.builder().name("inputmethod");
    return WINDOWS
        ? builder.build()
        : builder.exec(true).ffm(false).jni(false).jansi(false).jna(false).build();
  }

  /** How many characters fit on a line of the terminal; 80 where it does not tell. */
  static int width() {
    try (Terminal terminal = openTerminal()) {
      return terminal.getWidth() > 0 ? terminal.getWidth() : 80;
    } catch (IOException e) {
      return 80;
    }
  }

  /** Whether standard input and output both are a terminal. */
  @SuppressWarnings(
      "SystemConsoleNull") // Java 17 has no Console.isTerminal, and null means no terminal there.
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
