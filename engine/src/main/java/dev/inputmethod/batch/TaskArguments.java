package dev.inputmethod.batch;

import dev.inputmethod.engine.CheckedRequest;
import dev.inputmethod.engine.EvaluateRequest;
import dev.inputmethod.engine.ExperimentRequest;
import dev.inputmethod.engine.PredictRequest;
import dev.inputmethod.experiment.Experiment;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The settings that a user gave for a task, as text; converts them into requests to the engine and
 * reports every mistake in them.
 */
public final class TaskArguments {
  private static final String EXPERIMENTS = "experiments/*.yaml";
  private static final String ENGINE_OPTION = "inputmethod.";
  private static final int MOST = 1000;

  /** What the JVM replaces bytes of an argument with that it cannot decode. */
  private static final String UNREADABLE = "\uFFFD";

  private final Map<String, List<String>> values;
  private final UnaryOperator<String> place;
  private final Mistakes mistakes = new Mistakes();

  /**
   * Creates the arguments of one task.
   *
   * @param values the values by setting, such as {@code include}; a setting that was not given is
   *     absent
   * @param place returns where the user gives a setting, such as {@code -Dinputmethod.workers}
   */
  public TaskArguments(Map<String, List<String>> values, UnaryOperator<String> place) {
    this.values = new LinkedHashMap<>(values);
    this.place = place;
  }

  /**
   * Returns a checked request to run or process experiments.
   *
   * @param command the command that repeats the request
   * @param check reads the experiment files
   * @throws InvalidInputException with every problem in these settings and in the files
   */
  CheckedRequest experimentRequest(
      String command, Function<ExperimentRequest, CheckedRequest> check) {
    Optional<String> only = text("only");
    if (only.isPresent() && !only.get().equals("failed")) {
      problem("only", "'" + only.get() + "' is unknown; the one allowed value is 'failed'");
    }
    ExperimentRequest request =
        new ExperimentRequest(
            values.getOrDefault("include", List.of(EXPERIMENTS)),
            values.getOrDefault("exclude", List.of()),
            String.join(",", values.getOrDefault("set", List.of())),
            number("workers", Experiment.MOST_WORKERS),
            only.isPresent(),
            command);
    Optional<CheckedRequest> checked = mistakes.of(() -> placing(() -> check.apply(request)));
    mistakes.throwIfAny();
    return checked.orElseThrow();
  }

  EvaluateRequest evaluateRequest() {
    List<String> dialogues = values.getOrDefault("dialogues", List.of());
    if (dialogues.isEmpty()) {
      problem("dialogues", "dialogues are not given; name the files to score the trial on");
    }
    mistakes.throwIfAny();
    return new EvaluateRequest(text("trial"), dialogues);
  }

  PredictRequest predictRequest() {
    return new PredictRequest(text("trial"));
  }

  PredictionOptions predictionOptions() {
    int candidates = number("candidates", MOST).orElse(5);
    int words = number("words", MOST).orElse(1);
    // By default as wide as the list shown: a narrower search could not fill it.
    int beam = number("beam", MOST).orElse(candidates);
    if (prefix().filter(text -> text.contains(UNREADABLE)).isPresent()) {
      problem("prefix", "the prefix contains characters that " + FailureMessage.unrepresentable());
    }
    mistakes.throwIfAny();
    return new PredictionOptions(candidates, words, beam);
  }

  /** The text to continue; empty if lines are to be read instead. */
  Optional<String> prefix() {
    return text("prefix");
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(list -> String.join(",", list));
  }

  private OptionalInt number(String name, int most) {
    Optional<String> text = text(name).map(String::strip);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    // Nine digits always fit into an int.
    int value = text.get().matches("\\d{1,9}") ? Integer.parseInt(text.get()) : 0;
    if (value < 1 || value > most) {
      problem(name, name + " '" + text.get() + "' is not a whole number from 1 to " + most);
      return OptionalInt.empty();
    }
    return OptionalInt.of(value);
  }

  /**
   * Calls the engine, which names settings by Maven's properties, and translates the places of its
   * problems into those where this user gave the settings.
   */
  <T> T placing(Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.problems().stream().map(this::placed).toList());
    }
  }

  private Problem placed(Problem problem) {
    if (!problem.where().startsWith(ENGINE_OPTION)) {
      return problem;
    }
    String option = problem.where().substring(ENGINE_OPTION.length());
    return new Problem(
        place.apply(option.equals("experiments") ? "include" : option), problem.message());
  }

  private void problem(String name, String message) {
    mistakes.add(new Problem(place.apply(name), message));
  }
}
