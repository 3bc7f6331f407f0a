package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.Locale;
import java.util.Optional;

/** A {@link Verdict} and the {@link Thresholds} of verdicts as JSON. */
final class VerdictJson {
  private VerdictJson() {}

  static ObjectNode write(Verdict verdict, ObjectNode into) {
    into.put("name", verdict.kind().words())
        .put("initially", verdict.initially().map(Kind::words).orElse(null))
        .putNull("outcome");
    verdict
        .outcome()
        .ifPresent(
            it ->
                into.putObject("outcome")
                    .put("metric", it.metric())
                    .put("value", it.value())
                    .put("baseline", it.baseline())
                    // Every metric so far is a loss; the field stays for those who read it.
                    .put("lowerIsBetter", true));
    return into.put("reason", verdict.reason()).put("advice", verdict.advice());
  }

  static Verdict read(Fields fields) {
    Optional<Kind> initially =
        fields.optionalText("initially").map(words -> kind(words, "initially", fields));
    return new Verdict(
        kind(fields.text("name"), "name", fields),
        initially,
        fields.optionalObject("outcome").map(VerdictJson::readOutcome),
        fields.text("reason"),
        fields.text("advice"));
  }

  private static KnownAnswer readOutcome(Fields fields) {
    return new KnownAnswer(
        fields.text("metric"), fields.number("value"), fields.number("baseline"));
  }

  private static Kind kind(String words, String name, Fields fields) {
    for (Kind kind : Kind.values()) {
      if (kind.words().equals(words)) {
        return kind;
      }
    }
    throw fields.damaged(
        String.format(
            Locale.ROOT,
            "'verdict.%s' should be exploding, dead, vanishing, short reach, healthy or not"
                + " testable but is '%s'",
            name,
            words));
  }

  static void write(Thresholds thresholds, ObjectNode into) {
    into.put("vanishing", thresholds.vanishing())
        .put("exploding", thresholds.exploding())
        .put("dead", thresholds.dead())
        .put("minimumContext", thresholds.minimumContext());
  }

  /** The standard ones where the file is older than they are. */
  static Thresholds readThresholds(Fields fields) {
    return fields
        .optionalObject("verdict")
        .map(
            it ->
                new Thresholds(
                    it.number("vanishing"),
                    it.number("exploding"),
                    it.number("dead"),
                    it.integer("minimumContext")))
        .orElse(Thresholds.STANDARD);
  }
}
