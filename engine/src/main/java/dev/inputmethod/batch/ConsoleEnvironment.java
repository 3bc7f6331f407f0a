package dev.inputmethod.batch;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Detects whether this JVM's console is a terminal, and how wide the terminal is. */
final class ConsoleEnvironment {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private ConsoleEnvironment() {}

  /** Whether somebody is likely to watch the output on a terminal as it is printed. */
  static boolean isWatched() {
    return isWatched(isTerminal(), System.getenv());
  }

  static boolean isWatched(boolean terminal, Map<String, String> environment) {
    String ci = environment.getOrDefault("CI", "");
    return terminal
        && (ci.isEmpty() || ci.equals("false"))
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /**
   * Opens the terminal; on Unix through external programs such as {@code stty}, because recent JVMs
   * warn when a native library is loaded.
   */
  static Terminal openTerminal() throws IOException {
    TerminalBuilder builder = TerminalBuilder.builder().name("inputmethod");
    return WINDOWS
        ? builder.build()
        : builder.exec(true).ffm(false).jni(false).jansi(false).jna(false).build();
  }

  /** The width of the terminal in characters; 80 if it is unknown. */
  static int width() {
    try (Terminal terminal = openTerminal()) {
      return terminal.getWidth() > 0 ? terminal.getWidth() : 80;
    } catch (IOException e) {
      return 80;
    }
  }

  /** Whether standard input and standard output are both a terminal. */
  @SuppressWarnings(
      "SystemConsoleNull") // Java 17 has no Console.isTerminal, and null means no terminal there.
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22, System.console() is not null even without a terminal.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
