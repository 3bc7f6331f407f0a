package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.Locale;
import java.util.Set;

/** Words a verdict's advice: one sentence that names the setting to try. */
final class Advice {
  private static final String TRUNCATION = "training.truncatedBptt";

  private final Configuration configuration;
  private final GradientSummary gradient;
  private final Evidence evidence;

  Advice(Configuration configuration, GradientSummary gradient, Evidence evidence) {
    this.configuration = configuration;
    this.gradient = gradient;
    this.evidence = evidence;
  }

  String of(Kind kind) {
    return switch (kind) {
      case EXPLODING -> exploding();
      case DEAD ->
          setting("model.nonlinearity").equals("relu")
              ? "Try model.nonlinearity: tanh, or model.initialisation: {recurrent: identity}."
              : "Try a lower training.learningRate: saturated units pass no gradient on.";
      case NOT_TESTABLE -> notTestable();
      case HEALTHY -> healthy();
      case SHORT_REACH -> farther() + " A sweep over " + length() + " tells whether it pays.";
      case VANISHING -> farther();
    };
  }

  /** A gradient that reaches is not yet a task that is solved. */
  private String healthy() {
    return evidence.answer().isPresent() && evidence.nothingCameOfIt()
        ? "The gradient reaches, but no more was learned than without memory: try more"
            + " training.epochs, or another training.learningRate."
        : "Nothing needs to change; a longer " + length() + " can be tried.";
  }

  private String exploding() {
    boolean clipped = isSet("training.gradientClipping");
    return clipped
        ? "Try a lower training.learningRate."
        : "Try training.gradientClipping: {globalNorm: 1}, or a lower training.learningRate.";
  }

  /** What sets how far back there is anything to be reached. */
  private String length() {
    return isOfWords() ? "data.contextLength" : "task.length";
  }

  private boolean isOfWords() {
    return Set.of("", "next-word").contains(setting("task.name"));
  }

  private String notTestable() {
    if (!isOfWords()) {
      return gradient.reach().isEmpty()
          ? "Try observe.reachEverySteps above 0."
          : "Try a longer task.length.";
    }
    if (gradient.reach().isEmpty()) {
      return "Try observe.reachEverySteps above 0, and a data.contextLength that enough of the"
          + " validation words have before them (data.contextWithin: dialogue).";
    }
    return "Try a longer data.contextLength, with data.contextWithin: dialogue where utterances are"
        + " shorter.";
  }

  private String farther() {
    if (isCutOff(configuration, gradient)) {
      return "Try " + TRUNCATION + ": none, or more steps: it cuts the gradient off on purpose.";
    }
    return switch (setting("model.cell")) {
      case "rnn" -> "Try model.cell: gru or lstm.";
      case "lstm" -> lstm();
      default -> directPath();
    };
  }

  /** A forget gate f = σ(b) keeps half for about T steps where b is near ln(T − 1). */
  private String lstm() {
    double bias = Math.log(Math.max(2, gradient.horizon() - 1));
    boolean tried =
        setting("model.forgetBias").equals("chrono")
            || configuration.number("model.forgetBias").map(it -> it >= bias - 0.5).orElse(false);
    return tried
        ? directPath()
        : String.format(
            Locale.ROOT,
            "Try model.forgetBias: %.1f, the ln(T − 1) by which a forget gate keeps about T steps.",
            bias);
  }

  private String directPath() {
    return isSet("model.attention")
        ? "Try more training.epochs: that attention looks far back has to be learned."
        : "Try model.attention: additive, which is a direct path to every word.";
  }

  /** Whether truncation lets no state's gradient reach the far end that is judged. */
  static boolean isCutOff(Configuration configuration, GradientSummary gradient) {
    return configuration
        .wholeNumber(TRUNCATION)
        .map(steps -> steps <= gradient.far())
        .orElse(false);
  }

  private boolean isSet(String path) {
    return !setting(path).isEmpty() && !setting(path).equals("none");
  }

  private String setting(String path) {
    return configuration.text(path).orElse("");
  }
}
