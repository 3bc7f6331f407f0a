package dev.inputmethod.sweep;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Run by {@link LauncherTest}: with an argument, a parent that starts a child and ends; else a
 * child that never would.
 */
final class StubbornChild {
  private StubbornChild() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      new CountDownLatch(1).await();
    }
    Path classes = Path.of(URI.create(arguments[0]));
    Process child =
        new Launcher(() -> List.of(classes))
            .start(
                StubbornChild.class.getName(),
                List.of(),
                Path.of(URI.create(arguments[1])),
                new Limits(64, 64, false));
    System.out.println(child.pid());
    System.exit(0);
  }
}
