package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inputmethod.engine.Engine;
import dev.inputmethod.engine.LocalEngine;
import dev.inputmethod.engine.WorkingDirectories;
import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.problem.Texts;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.Versions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The batch tool: {@code inputmethod [options] [targets]}. */
@Command(
    name = "inputmethod",
    mixinStandardHelpOptions = true,
    versionProvider = InputMethod.Version.class,
    sortOptions = false,
    description =
        "Trains recurrent networks for an input method and shows how far back each one learns.",
    footer = {
      "",
      "Without a build file the targets are process, experiment, report, evaluate,",
      "predict and clean. Options come before the settings of a build file.",
      "Exit codes: 0 done, 1 a trial failed, 2 bad input, 3 the tool itself failed."
    })
public final class InputMethod implements Callable<Integer> {
  static final int DONE = 0;
  static final int TRIAL_FAILED = 1;
  static final int BAD_INPUT = 2;
  static final int OWN_FAILURE = 3;

  private static final String BUILD_FILE = "inputmethod.yaml";

  private final Path directory;
  private final Function<WorkingDirectories, Engine> engines;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private List<String> words = List.of();

  @Parameters(
      paramLabel = "target",
      description = "Targets to run, in this order; default: the build file's default.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The build file; default: inputmethod.yaml, if it exists.")
  private @Nullable Path file;

  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      mapFallbackValue = "",
      description = "Set a property of the build file.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = {"-p", "--list"},
      description = "List the targets.")
  private boolean list;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Directory for results; default: target/inputmethod.")
  private @Nullable String output;

  @Option(
      names = {"-B", "--batch"},
      description = "Print one line per trial instead of a progress bar.")
  private boolean batch;

  @Mixin private TaskOptions options = new TaskOptions();

  InputMethod(
      Path directory,
      Function<WorkingDirectories, Engine> engines,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    this.directory = directory;
    this.engines = engines;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out =
        ConsoleEnvironment.isTerminal()
            ? System.out
            : new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    Function<WorkingDirectories, Engine> engines =
        directories -> new LocalEngine(Launcher.ofThisClassPath(), directories);
    int exitCode =
        new InputMethod(Path.of(""), engines, System.in, out, System.err).run(List.of(arguments));
    out.flush();
    System.exit(exitCode);
  }

  @SuppressWarnings("DefaultCharset") // Java 17 has no PrintStream.charset().
  int run(List<String> arguments) {
    words = arguments;
    CommandLine line =
        new CommandLine(this)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExpandAtFiles(false)
            .setParameterExceptionHandler((misuse, parsed) -> report(misuse))
            .setExecutionExceptionHandler((failure, executed, parsed) -> report(failure));
    try {
      return line.execute(arguments.toArray(String[]::new));
    } catch (Error e) {
      return ownFailure(e);
    }
  }

  private int report(ParameterException misuse) {
    err.println(misuse.getMessage());
    if (misuse instanceof UnmatchedArgumentException unmatched) {
      List<String> valid =
          misuse.getCommandLine().getCommandSpec().options().stream()
              .map(option -> option.longestName())
              .filter(name -> name.startsWith("--"))
              .toList();
      Texts.nearest(unmatched.getUnmatched().get(0), valid)
          .ifPresent(name -> err.println("did you mean '" + name + "'?"));
    }
    err.println("run 'inputmethod --help' for the options");
    return BAD_INPUT;
  }

  private int report(Exception failure) {
    FailureMessage message = FailureMessage.of(failure);
    if (message.isExplained()) {
      err.println(message.text());
      return message.isInput() ? BAD_INPUT : OWN_FAILURE;
    }
    return ownFailure(failure);
  }

  private int ownFailure(Throwable failure) {
    err.println("inputmethod itself failed:");
    failure.printStackTrace(err);
    return OWN_FAILURE;
  }

  @Override
  public Integer call() {
    BuildFile build = buildFile();
    if (list) {
      list(build);
      return DONE;
    }
    TaskRunner runner =
        new TaskRunner(
            engines.apply(new WorkingDirectories(build.base(), build.output())),
            out::println,
            batch,
            "--only failed");
    List<String> command = new ArrayList<>(List.of("inputmethod"));
    command.addAll(words);
    List<String> failures =
        new Build(build, runner, options.given(new FilePatterns(directory)), in, out)
            .run(targets, ShellText.joined(command));
    failures.forEach(err::println);
    return failures.isEmpty() ? DONE : TRIAL_FAILED;
  }

  private BuildFile buildFile() {
    Path standard = directory.resolve(BUILD_FILE);
    if (output != null) {
      properties.putIfAbsent("output", output);
    }
    if (file != null) {
      return BuildFileReader.read(directory.resolve(file), properties);
    }
    if (Files.exists(standard)) {
      return BuildFileReader.read(standard, properties);
    }
    String results = properties.getOrDefault("output", BuildFile.OUTPUT);
    return BuildFile.standard(directory, directory.resolve(results));
  }

  private void list(BuildFile build) {
    int width = build.targets().keySet().stream().mapToInt(String::length).max().orElse(0);
    for (Target target : build.targets().values()) {
      String name = target.name().value();
      String line =
          " " + name + " ".repeat(width - name.length()) + "  " + target.description().orElse("");
      out.println(line.stripTrailing());
    }
    build.defaultTarget().ifPresent(name -> out.println("default: " + name.value()));
  }

  /** Provides the engine's version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"inputmethod " + Versions.load().getProperty("inputmethod")};
    }
  }
}
