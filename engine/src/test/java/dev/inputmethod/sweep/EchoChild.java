package dev.inputmethod.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

/**
 * Run in a child JVM by {@link LauncherTest}: tells what it was started with, then echoes until its
 * input ends.
 */
final class EchoChild {
  private EchoChild() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.err.println("started");
    out.println(String.join("|", arguments));
    out.println(System.getenv("OMP_NUM_THREADS"));
    out.println(System.getProperty("org.bytedeco.javacpp.maxbytes"));
    out.println(Runtime.getRuntime().maxMemory() >> 20);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(line);
    }
  }
}
