package dev.inputmethod.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {
  private static final Limits SMALL = new Limits(64, 100, false);

  /** Trips only if a process hangs. */
  private static final int MINUTES = 10;

  @TempDir Path directory;

  @Test
  void a_child_gets_limits_one_thread_and_chinese_through_its_pipes() throws Exception {
    Path log = directory.resolve("logs/child.log");
    Process child = launcher().start(EchoChild.class.getName(), List.of("a b", "我今天"), log, SMALL);
    try (BufferedReader out = child.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith("a b|");
      assertThat(out.readLine()).isEqualTo("1");
      assertThat(out.readLine()).isEqualTo("100m");
      assertThat(Long.parseLong(out.readLine())).isBetween(32L, 64L);
      try (Writer in = child.outputWriter(UTF_8)) {
        in.write("去图书馆\n");
      }
      assertThat(out.readLine()).isEqualTo("去图书馆");
    }
    assertThat(child.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).isZero();
    assertThat(log).content().contains("started");
  }

  @Test
  void a_main_class_that_is_not_there_is_told_in_the_log() throws Exception {
    Path log = directory.resolve("child.log");
    Process child = launcher().start("dev.inputmethod.NoSuchClass", List.of(), log, SMALL);
    assertThat(child.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();

    assertThat(child.exitValue()).isNotZero();
    assertThat(Files.readString(log)).contains("NoSuchClass");
  }

  @Test
  void a_child_ends_with_its_parent_even_if_it_does_not_read_its_input() throws Exception {
    List<String> arguments =
        List.of(classes().toUri().toString(), directory.resolve("child.log").toUri().toString());
    Path log = directory.resolve("parent.log");
    // Its class path has to hold what the launcher itself needs.
    Process parent =
        Launcher.ofThisClassPath().start(StubbornChild.class.getName(), arguments, log, SMALL);
    String pid = parent.inputReader(UTF_8).readLine();
    assertThat(pid).as(Files.readString(log)).isNotNull();

    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(pid));
    if (child.isPresent()) {
      child.get().onExit().get(MINUTES, TimeUnit.MINUTES);
    }
    assertThat(parent.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void native_access_is_granted_where_java_asks_for_it() {
    Path log = directory.resolve("log");

    assertThat(Launcher.command(17, SMALL, log)).noneMatch(option -> option.contains("access"));
    assertThat(Launcher.command(25, SMALL, log))
        .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void children_have_vectors_where_this_java_has_them() {
    assertThat(Launcher.command(17, SMALL, directory.resolve("log")))
        .contains("--add-modules=jdk.incubator.vector");
  }

  @Test
  void children_that_fill_the_cores_compile_less() {
    Path log = directory.resolve("log");

    assertThat(Launcher.command(17, new Limits(64, 64, true), log))
        .contains(
            "-XX:CompileThresholdScaling=3",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4CompileThreshold=50000",
            "-XX:CompileCommand=CompileThresholdScaling,dev.inputmethod.kernel.*::*,0.3");
    assertThat(Launcher.command(17, new Limits(64, 64, false), log))
        .noneMatch(option -> option.contains("Threshold"));
  }

  @Test
  void a_class_path_too_long_for_windows_says_what_to_do() {
    Launcher launcher =
        new Launcher(() -> Collections.nCopies(400, directory.resolve("a".repeat(100))));

    assertThatThrownBy(() -> launcher.start("Main", List.of(), directory.resolve("log"), SMALL))
        .hasMessageContaining("shorter path");
  }

  @Test
  void this_class_path_is_that_of_the_running_jvm() {
    assertThat(Launcher.ofThisClassPath().classPath()).isNotEmpty().allMatch(Path::isAbsolute);
  }

  private static Launcher launcher() throws URISyntaxException {
    Path classes = classes();
    return new Launcher(() -> List.of(classes));
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(EchoChild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
