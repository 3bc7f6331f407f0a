package dev.inputmethod.reports.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Jackson, set up so that what we write is the same everywhere and what we read is limited. */
final class Json {
  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 4 << 20;
  private static final int LONGEST_NUMBER = 64;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Shortest digits on every JDK; Double.toString gives more of them before 19.
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectWriter pretty = mapper.writer(printer());

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  /** Indented, with {@code \n} at line ends and at the end. */
  String prettyText(JsonNode node) {
    try {
      return pretty.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line without its end. */
  byte[] line(JsonNode node) {
    try {
      return mapper.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a whole file of at most {@code limit} bytes. */
  Fields read(Path file, int limit, String remedy) {
    Source source = new Source(file.toString(), remedy);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw source.damaged("it is larger than " + limit + " bytes");
      }
      return parse(content, source);
    } catch (NoSuchFileException e) {
      throw source.missing();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  Fields parse(byte[] content, Source source) {
    try {
      JsonNode node = mapper.readTree(content);
      if (node instanceof ObjectNode object) {
        return new Fields(source, "", object);
      }
      throw source.damaged("it does not hold a JSON object");
    } catch (JsonProcessingException e) {
      throw source.damaged("it is not JSON (" + JsonSyntax.describe(e) + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }
}
