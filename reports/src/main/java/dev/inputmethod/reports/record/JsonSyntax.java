package dev.inputmethod.reports.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** Describes why a text is not JSON. */
public final class JsonSyntax {
  /** What Jackson adds about the source of the text and about JSON in general. */
  private static final List<String> REMARKS =
      List.of(" (start marker at", " at [Source", " [Source", ": was expecting (");

  private JsonSyntax() {}

  /** Returns the first line of Jackson's message, without its remarks. */
  public static String describe(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    for (String remark : REMARKS) {
      int at = message.indexOf(remark);
      message = at < 0 ? message : message.substring(0, at);
    }
    return message;
  }
}
