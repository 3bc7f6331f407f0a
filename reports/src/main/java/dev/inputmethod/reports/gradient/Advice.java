package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.SettingPaths;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.Locale;
import java.util.Optional;

/** Writes the advice of a verdict: one sentence that names the setting to try. */
final class Advice {
  private static final String TRUNCATION = "training.truncatedBptt";

  /** Below so many times the threshold, a little more context can make it another verdict. */
  private static final double CLOSE = 2;

  private final Configuration configuration;
  private final Thresholds thresholds;
  private final GradientSummary gradient;
  private final Evidence evidence;

  Advice(
      Configuration configuration,
      Thresholds thresholds,
      GradientSummary gradient,
      Evidence evidence) {
    this.configuration = configuration;
    this.thresholds = thresholds;
    this.gradient = gradient;
    this.evidence = evidence;
  }

  String of(Kind kind) {
    if (evidence.worseThanUntrained() && kind != Kind.EXPLODING && kind != Kind.DEAD) {
      return "Try a lower training.learningRate: it predicts worse than an untrained network, so"
          + " training probably diverged.";
    }
    return switch (kind) {
      case EXPLODING -> exploding();
      case DEAD -> dead();
      case NOT_TESTABLE -> isOfWords() ? notTestable() : taskNotTestable();
      case HEALTHY -> healthy();
      case SHORT_REACH, VANISHING -> "Try " + farther();
    };
  }

  private String exploding() {
    return isSet("training.gradientClipping")
        ? "Try a lower training.learningRate."
        : "Try training.gradientClipping: {globalNorm: 1}, or a lower training.learningRate.";
  }

  private String dead() {
    if (!setting("model.nonlinearity").equals("relu")) {
      return "Try a lower training.learningRate: saturated units pass no gradient on.";
    }
    return setting("model.initialisation.recurrent").equals("identity")
        ? "Try model.nonlinearity: tanh, or a lower training.learningRate."
        : "Try model.nonlinearity: tanh, or model.initialisation: {recurrent: identity}.";
  }

  private String notTestable() {
    boolean wide = setting("data.contextWithin").equals("dialogue");
    if (gradient.reach().isEmpty()) {
      return (wide ? "Try " : "Try data.contextWithin: dialogue, or ")
          + "a data.contextLength that enough of the validation words have before them;"
          + " observe.reachEverySteps must be above 0.";
    }
    if (Judge.isTooShort(gradient, thresholds)) {
      return "Try a longer data.contextLength"
          + (wide ? "." : ", with data.contextWithin: dialogue where utterances are shorter.");
    }
    return (wide ? "Try " : "Try data.contextWithin: dialogue, ")
        + "more data.dialogues, or a shorter data.contextLength, so that more contexts are full.";
  }

  private String taskNotTestable() {
    if (gradient.reach().isEmpty()) {
      return "Try observe.reachEverySteps above 0.";
    }
    return Judge.isTooShort(gradient, thresholds)
        ? "Try a longer task.length."
        : "Try more task.validationExamples.";
  }

  /** A gradient that reaches far does not mean that the task was learned. */
  private String healthy() {
    if (evidence.answer().isPresent() && evidence.nothingCameOfIt()) {
      return "The gradient reaches, but no more was learned than without memory: try more"
          + " training.epochs, or another training.learningRate.";
    }
    String longer = isOfWords() ? SettingPaths.CONTEXT_LENGTH : "task.length";
    return isClose()
        ? "Close to the threshold, so before a longer " + longer + " try " + farther()
        : "Nothing needs to change; a longer " + longer + " can be tried.";
  }

  private boolean isClose() {
    return gradient.reach().map(it -> it.ratio() < CLOSE * thresholds.vanishing()).orElse(false);
  }

  /** What to try for a gradient that reaches farther, as the end of a sentence. */
  private String farther() {
    if (isCutOff(configuration, gradient)) {
      return TRUNCATION + ": none, or more steps: it cuts the gradient off on purpose.";
    }
    return switch (setting(SettingPaths.CELL)) {
      case "rnn" -> "model.cell: gru or lstm.";
      case "lstm" -> lstm();
      default -> directPath();
    };
  }

  /** A forget gate f = σ(ln(T − 1)) is 1 − 1/T, so that about 1/e is left after T steps. */
  private String lstm() {
    int steps = Math.max(3, gradient.horizon());
    boolean tried =
        setting("model.forgetBias").equals("chrono")
            || configuration
                .number("model.forgetBias")
                .map(bias -> bias >= Math.log(steps - 1.0) - 0.5)
                .orElse(false);
    if (tried) {
      return directPath();
    }
    // Without biases model.forgetBias has no effect.
    boolean unbiased = configuration.flag("model.bias").equals(Optional.of(false));
    return String.format(
        Locale.ROOT,
        "%smodel.forgetBias: %.1f (ln(%d − 1)), which lets the forget gate remember about %d"
            + " %ss.",
        unbiased ? "model.bias: true with " : "",
        Math.log(steps - 1.0),
        steps,
        steps,
        task().place());
  }

  private String directPath() {
    return isSet("model.attention")
        ? "more training.epochs: that attention looks far back has to be learned."
        : "model.attention: additive, which is a direct path to every " + task().place() + ".";
  }

  /**
   * Whether truncation keeps the gradient from some distance that is judged. In each direction it
   * reaches the last steps that are read: in a backward one those at the far end.
   */
  static boolean isCutOff(Configuration configuration, GradientSummary gradient) {
    int last = gradient.contextLength() - 1;
    return configuration
        .wholeNumber(TRUNCATION)
        .filter(steps -> steps <= gradient.far())
        .map(steps -> !configuration.isBidirectional() || steps <= last - steps)
        .orElse(false);
  }

  private boolean isOfWords() {
    return task() == LearnedTask.NEXT_WORD;
  }

  private LearnedTask task() {
    return LearnedTask.of(configuration);
  }

  private boolean isSet(String path) {
    return !setting(path).isEmpty() && !setting(path).equals("none");
  }

  private String setting(String path) {
    return configuration.text(path).orElse("");
  }
}
