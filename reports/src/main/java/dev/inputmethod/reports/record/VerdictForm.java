package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.Optional;

/** A {@link Verdict} and the {@link Thresholds} of verdicts as JSON. */
final class VerdictForm {
  private VerdictForm() {}

  static ObjectNode write(Verdict verdict, ObjectNode into) {
    return into.put("name", verdict.kind().words())
        .put("initially", verdict.initially().map(Kind::words).orElse(null))
        .put("reason", verdict.reason())
        .put("advice", verdict.advice());
  }

  static Verdict read(Fields fields) {
    Optional<Kind> initially =
        fields.optionalText("initially").map(words -> kind(words, "initially", fields));
    return new Verdict(
        kind(fields.text("name"), "name", fields),
        initially,
        fields.text("reason"),
        fields.text("advice"));
  }

  private static Kind kind(String words, String name, Fields fields) {
    for (Kind kind : Kind.values()) {
      if (kind.words().equals(words)) {
        return kind;
      }
    }
    throw fields.damaged(
        "'verdict.%s' should be exploding, dead, vanishing, short reach, healthy or not testable but is '%s'"
            .formatted(name, words));
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
