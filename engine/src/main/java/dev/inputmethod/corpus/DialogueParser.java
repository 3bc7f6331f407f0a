package dev.inputmethod.corpus;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns one line, {@code {"topic": …, "user1": …, "user2": …, "dialog": ["user1：…", "user2：…"]}},
 * into its utterances, without the speakers' prefixes. Other keys are of no interest.
 */
final class DialogueParser {
  private static final String WANTED =
      "a line is one object such as {\"dialog\": [\"user1：…\", \"user2：…\"]}";

  private final JsonFactory json =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(20).build())
          .build();
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private char[] characters = new char[1 << 12];

  /** The utterances in order; those that are empty without their prefix are left out. */
  List<String> parse(byte[] line, int length) throws BadLineException {
    int count = decode(line, length);
    try (JsonParser parser = json.createParser(characters, 0, count)) {
      return dialogue(parser);
    } catch (JsonProcessingException e) {
      throw new BadLineException(
          e.getLocation() == null ? 0 : e.getLocation().getColumnNr(), syntax(e));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory does not fail", e);
    }
  }

  /** Strictly: a byte that is no UTF-8 is a mistake of the file, not a character to guess. */
  private int decode(byte[] line, int length) throws BadLineException {
    if (characters.length < length) {
      characters = new char[Math.max(length, characters.length * 2)];
    }
    ByteBuffer in = ByteBuffer.wrap(line, 0, length);
    CharBuffer out = CharBuffer.wrap(characters);
    CoderResult result = utf8.reset().decode(in, out, true);
    if (result.isError()) {
      throw new BadLineException(
          out.position() + 1,
          String.format(
              Locale.ROOT,
              "byte 0x%02X is not UTF-8; save the file as UTF-8",
              line[in.position()] & 0xFF));
    }
    return out.position();
  }

  private static List<String> dialogue(JsonParser parser) throws IOException, BadLineException {
    JsonToken start = parser.nextToken();
    if (start != JsonToken.START_OBJECT) {
      throw new BadLineException(String.format(Locale.ROOT, "this is %s; %s", name(start), WANTED));
    }
    List<String> utterances = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (!key.equals("dialog")) {
        parser.skipChildren();
      } else if (utterances != null) {
        throw new BadLineException("'dialog' is given twice; " + WANTED);
      } else {
        utterances = utterances(parser, value);
      }
    }
    if (utterances == null) {
      throw new BadLineException("'dialog' is missing; " + WANTED);
    }
    if (parser.nextToken() != null) {
      throw new BadLineException(
          parser.currentTokenLocation().getColumnNr(), "something follows the object; " + WANTED);
    }
    return utterances;
  }

  private static List<String> utterances(JsonParser parser, JsonToken value)
      throws IOException, BadLineException {
    if (value != JsonToken.START_ARRAY) {
      throw new BadLineException(
          String.format(
              Locale.ROOT, "'dialog' is %s, not a list of utterances; %s", name(value), WANTED));
    }
    List<String> utterances = new ArrayList<>();
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.VALUE_STRING) {
        throw new BadLineException(
            String.format(
                Locale.ROOT, "'dialog[%d]' is %s, not a text; %s", index, name(token), WANTED));
      }
      String utterance = withoutSpeaker(parser.getText());
      if (!utterance.isEmpty()) {
        utterances.add(utterance);
      }
      index++;
    }
    return utterances;
  }

  /**
   * Strips {@code user1：} or {@code user2：} (or with a half-width colon) and nothing else: colons
   * in the text stay.
   */
  static String withoutSpeaker(String utterance) {
    boolean prefixed =
        utterance.length() >= 6
            && utterance.startsWith("user")
            && (utterance.charAt(4) == '1' || utterance.charAt(4) == '2')
            && (utterance.charAt(5) == '：' || utterance.charAt(5) == ':');
    return prefixed ? utterance.substring(6) : utterance;
  }

  private static String name(@Nullable JsonToken token) {
    if (token == null) {
      return "no JSON";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a truth value";
      case VALUE_NULL -> "null";
      default -> token.name().toLowerCase(Locale.ROOT);
    };
  }

  /** Jackson's own words without its remarks on where the text came from and on all of JSON. */
  private static String syntax(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    for (String remark : List.of(" (start marker at", ": was expecting (")) {
      int at = message.indexOf(remark);
      message = at < 0 ? message : message.substring(0, at);
    }
    return String.format(Locale.ROOT, "this is not JSON: %s; %s", message, WANTED);
  }
}
