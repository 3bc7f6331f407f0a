package dev.inputmethod.batch;

import dev.inputmethod.engine.CheckedRequest;
import dev.inputmethod.engine.OutputLock;
import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs targets one after the other, and stops at the first with a failed trial. */
final class Build {
  private final BuildFile file;
  private final TaskRunner runner;
  private final Map<String, List<Located<String>>> given;
  private final InputStream in;
  private final PrintStream out;

  /**
   * @param given settings from the command line, which override those of the file
   */
  Build(
      BuildFile file,
      TaskRunner runner,
      Map<String, List<Located<String>>> given,
      InputStream in,
      PrintStream out) {
    this.file = file;
    this.runner = runner;
    this.given = given;
    this.in = in;
    this.out = out;
  }

  /**
   * Runs the targets and everything they depend on, after checking all of them.
   *
   * @param names the names of the targets
   * @param command the command that repeats the build
   * @return one line for each failed trial and damaged file of the target at which it stopped
   */
  List<String> run(List<String> names, String command) {
    List<Target> targets = file.plan(names);
    Map<Target, Supplier<List<String>>> work = prepare(targets, command);
    for (Map.Entry<Target, Supplier<List<String>>> each : work.entrySet()) {
      if (targets.size() > 1) {
        out.println(each.getKey().name().value() + ":");
      }
      List<String> failures = each.getValue().get();
      if (!failures.isEmpty()) {
        return failures;
      }
    }
    return List.of();
  }

  private Map<Target, Supplier<List<String>>> prepare(List<Target> targets, String command) {
    Map<Target, Supplier<List<String>>> work = new LinkedHashMap<>();
    Mistakes mistakes = new Mistakes();
    for (Target target : targets) {
      target
          .task()
          .flatMap(task -> mistakes.of(() -> prepare(task, arguments(target, task), command)))
          .ifPresent(prepared -> work.put(target, prepared));
    }
    mistakes.throwIfAny();
    return work;
  }

  /** Checks the arguments of a task, and returns what remains to be done: its failures, if any. */
  private Supplier<List<String>> prepare(
      Target.Task task, TaskArguments arguments, String command) {
    return switch (task.kind()) {
      case EXPERIMENT -> {
        CheckedRequest checked = runner.check(arguments, command);
        yield () -> runner.experiment(checked);
      }
      case PROCESS -> {
        CheckedRequest checked = runner.check(arguments, command);
        yield withoutFailures(() -> runner.process(checked));
      }
      case REPORT -> runner::report;
      case EVALUATE -> {
        arguments.evaluateRequest();
        yield withoutFailures(() -> runner.evaluate(arguments));
      }
      case PREDICT -> {
        arguments.predictionOptions();
        yield withoutFailures(() -> runner.predict(arguments, in, out));
      }
      case CLEAN -> withoutFailures(this::clean);
    };
  }

  private static Supplier<List<String>> withoutFailures(Runnable work) {
    return () -> {
      work.run();
      return List.of();
    };
  }

  private void clean() {
    boolean there = Files.exists(file.output(), LinkOption.NOFOLLOW_LINKS);
    OutputFolder folder = new OutputFolder(file.output(), file.base());
    List<Path> left = OutputLock.holdingIfUsed(file.output(), "clean", folder::remove);
    if (!there) {
      out.println("nothing to remove at " + file.output());
    } else if (left.isEmpty()) {
      out.println("removed " + file.output());
    } else {
      out.println("removed the results in " + file.output());
      left.forEach(path -> out.println("kept (not a result): " + path));
    }
  }

  private TaskArguments arguments(Target target, Target.Task task) {
    Map<String, List<Located<String>>> settings = new LinkedHashMap<>(task.settings());
    for (String setting : task.kind().settings()) {
      if (given.containsKey(setting)) {
        settings.put(setting, given.get(setting));
      }
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    settings.forEach((name, list) -> values.put(name, list.stream().map(Located::value).toList()));
    return new TaskArguments(
        values, name -> place(target, name, settings.getOrDefault(name, List.of())));
  }

  /** Returns where a setting is given; if it is not, the target or option that could give it. */
  private static String place(Target target, String name, List<Located<String>> texts) {
    Mark mark = texts.isEmpty() ? target.name().mark() : texts.get(0).mark();
    boolean standard = texts.isEmpty() && mark.line() == 0;
    return standard ? TaskOptions.option(name) : mark.problem("").where();
  }
}
