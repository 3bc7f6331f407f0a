package dev.inputmethod.reports.html;

import dev.inputmethod.reports.html.GradientSection.Word;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Thresholds;
import java.util.List;

/** Explains the gradient's figures to someone who has not read the papers. */
final class GradientWords {
  private final Thresholds thresholds;
  private final Wording wording;

  GradientWords(Thresholds thresholds, Wording wording) {
    this.thresholds = thresholds;
    this.wording = wording;
  }

  List<Word> words() {
    return List.of(
        new Word("word-reach", "Reach, g(d)", reach()),
        new Word(
            "word-vanishing",
            "Why it vanishes",
            "Each step back multiplies the gradient by the state’s Jacobian ∂s(t)/∂s(t−1). Over"
                + " many steps the product shrinks or grows about geometrically, so the curve is"
                + " about straight on a log axis."
                + (wording.isOfWords()
                    ? " Some decay is healthy: most words far back matter less."
                    : "")),
        new Word("word-half-life", "Half-life and factor", halfLife()),
        new Word("word-verdict", "Verdicts", verdicts()),
        new Word(
            "word-spectra",
            "Spectral radius, σ_max, Lyapunov exponent",
            "The spectral radius max |λ| of a matrix says what it does in the long run; its"
                + " largest singular value σ_max is the most it can do to any vector in one step,"
                + " so σ_max < 1 is sure to shrink. The Lyapunov exponent is ln ‖J(T)⋯J(T−n+1)‖ /"
                + " n over the last n steps, at most 64: −0.7 halves the gradient each step, 0"
                + " keeps it."),
        new Word(
            "word-saturation",
            "Saturation",
            "Where a gate or a tanh is near its limits, its slope is near 0 and it passes no"
                + " gradient on. A forget gate near 1 is the exception: it carries the cell"
                + " state, and the gradient with it, on unchanged; its half-life is −ln 2 / ln f."),
        new Word(
            "word-norms",
            "What parameter norms cannot show",
            "The gradient of a weight sums short and long paths. It can look healthy while the"
                + " long ones have vanished: only reach, by distance, shows that."));
  }

  private String reach() {
    return "A network can learn that what it read d steps ago matters only if the loss changes with"
        + " it. g(d) measures this at "
        + wording.inputs()
        + ": it is the L2 norm of the derivative of the loss ℓ at one step, T, with respect to"
        + " x(T−d), which was read d steps before, averaged over full contexts, which have no"
        + " padding. The loss is taken at one step only: with a loss at every step, nearby losses"
        + " would refill the gradient and hide its decay.";
  }

  private static String halfLife() {
    return "The line ln g(d) = a − d/τ, fitted to d ≥ 1, gives the factor e^(−1/τ) by which g is"
        + " multiplied each step, and the half-life τ·ln 2, the steps that halve it. R² says how"
        + " straight the curve is. A half-life is shown only if the line rests on at least "
        + Decay.LEAST_DISTANCES
        + " distances and R² is at least "
        + Decay.LEAST_R_SQUARED
        + ". One that is longer than the context is shown as “> T”, whatever R², which is small of"
        + " a level curve: no measured distance says how much longer. The interval goes from the"
        + " lowest to the highest end of the seeds’ own 95 % intervals, of a bootstrap over the"
        + " probed contexts; without a bootstrap it goes over the seeds. A bidirectional network’s"
        + " inputs have two near ends, so its half-life is that of the last layer’s forward"
        + " states.";
  }

  private String verdicts() {
    return "The first that holds at the best epoch. Exploding: a loss or gradient is NaN or"
        + " infinite, or the gradient at the states grows more than "
        + Numbers.power(thresholds.exploding())
        + " times on its way back, step by step and not in one jump. Dead: no distance has a"
        + " gradient above "
        + Numbers.power(thresholds.dead())
        + ", and nothing is known to be learned. Not testable: fewer than "
        + thresholds.minimumContext()
        + " steps to judge, or too few full contexts. Healthy: g(far)/g(1) is at least "
        + Numbers.power(thresholds.vanishing())
        + ". Vanishing: it is less, and the outcome agrees: no better than without memory on a"
        + " task with a known answer, or no gain from a longer context on a corpus. Short reach:"
        + " it is less, and nothing more is known, or training.truncatedBptt cut the gradient off."
        + " A small ratio alone is never called vanishing: an ordinary untrained LSTM has one. The"
        + " thresholds are those of the experiment file’s “verdict”.";
  }
}
