package dev.inputmethod.corpus;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.inputmethod.reports.record.JsonSyntax;
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
 * Parses one line of a dialogue file into utterances without the speakers' prefixes. A line is an
 * object such as {@code {"topic": …, "dialog": ["user1：…", "user2：…"]}}; other keys are ignored.
 */
final class DialogueParser {
  private static final String EXPECTED =
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

  /** Returns the utterances in order, without those that are empty after their prefix. */
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

  /** Decodes strictly: bytes that are not UTF-8 are a mistake, not replaced. */
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
      throw new BadLineException(
          String.format(Locale.ROOT, "this is %s; %s", name(start), EXPECTED));
    }
    List<String> utterances = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (!key.equals("dialog")) {
        parser.skipChildren();
      } else if (utterances != null) {
        throw new BadLineException("'dialog' is given twice; " + EXPECTED);
      } else {
        utterances = utterances(parser, value);
      }
    }
    if (utterances == null) {
      throw new BadLineException("'dialog' is missing; " + EXPECTED);
    }
    if (parser.nextToken() != null) {
      throw new BadLineException(
          parser.currentTokenLocation().getColumnNr(), "something follows the object; " + EXPECTED);
    }
    return utterances;
  }

  private static List<String> utterances(JsonParser parser, JsonToken value)
      throws IOException, BadLineException {
    if (value != JsonToken.START_ARRAY) {
      throw new BadLineException(
          String.format(
              Locale.ROOT, "'dialog' is %s, not a list of utterances; %s", name(value), EXPECTED));
    }
    List<String> utterances = new ArrayList<>();
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.VALUE_STRING) {
        throw new BadLineException(
            String.format(
                Locale.ROOT, "'dialog[%d]' is %s, not a text; %s", index, name(token), EXPECTED));
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
   * Strips a prefix {@code user1：} or {@code user2：}, also with a half-width colon; colons in the
   * text are kept.
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

  private static String syntax(JsonProcessingException e) {
    return String.format(Locale.ROOT, "this is not JSON: %s; %s", JsonSyntax.describe(e), EXPECTED);
  }
}
