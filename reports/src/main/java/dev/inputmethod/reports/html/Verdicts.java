package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums the verdicts up in a few sentences, and writes the caption of their table. */
final class Verdicts {
  private static final int MOST_NAMED = 8;

  private final Findings findings;

  Verdicts(Findings findings) {
    this.findings = findings;
  }

  /** Whether there is anything to say about a gradient. */
  boolean isProbed() {
    return findings.shown().stream()
        .anyMatch(it -> it.gradient().verdict().isPresent() || it.inputReach().isPresent());
  }

  String lead() {
    if (!isProbed()) {
      return "No gradient was probed in these trials, so nothing can be said about it. Try"
          + " observe.reachEverySteps above 0.";
    }
    Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);
    List<String> unjudged = new ArrayList<>();
    for (Shown it : findings.shown()) {
      it.gradient()
          .verdict()
          .ifPresentOrElse(
              verdict ->
                  byKind.computeIfAbsent(verdict.kind(), kind -> new ArrayList<>()).add(it.brief()),
              () -> unjudged.add(it.brief()));
    }
    List<String> sentences = new ArrayList<>();
    byKind.forEach((kind, names) -> sentences.add(sentence(kind.words(), names)));
    if (!unjudged.isEmpty()) {
      sentences.add(
          sentence("not judged", unjudged)
              + " Their records are older than verdicts, or nothing was probed; the curves that"
              + " were measured are drawn.");
    }
    if (byKind.keySet().equals(Set.of(Kind.NOT_TESTABLE))) {
      sentences.add("The curves below do not tell whether gradients vanish.");
    }
    return String.join(" ", sentences);
  }

  private String sentence(String words, List<String> names) {
    String subject =
        names.size() == findings.shown().size() && names.size() > 1
            ? "all " + names.size() + " configurations"
            : names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : names.size() + " of " + findings.shown().size() + " configurations";
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ": " + subject + ".";
  }

  /** One line and a few sentences: the words themselves are explained at the page's end. */
  String caption() {
    Wording wording = findings.wording();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The verdict of most seeds at the best epoch, configurations in the "
            + (findings.comparison().experiment().ranked()
                ? "order of the ranking."
                : "experiment’s order."));
    if (findings.shown().stream().anyMatch(it -> it.result().completed().isEmpty())) {
      sentences.add("Where all trials failed, their last measurements are judged.");
    }
    sentences.add(
        "The half-life is how many "
            + wording.places()
            + " back the gradient halves, with its 95 % interval; “>” means that the fitted line"
            + " does not halve within the context.");
    sentences.add(
        "What is left is g(far)/g(1) at "
            + wording.inputs()
            + ", the geometric mean over seeds; d is how far back the "
            + (wording.isOfWords() ? "first word" : "input that the answer needs")
            + " lies.");
    if (findings.control().isPresent()) {
      sentences.add("The control is the experiment’s first configuration.");
    }
    findings.usualNote().ifPresent(sentences::add);
    sentences.add(
        "The small curves show g(d)/g(1) on a log axis that all rows share; the dashed line is the"
            + " threshold.");
    return String.join(" ", sentences);
  }
}
