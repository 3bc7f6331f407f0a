package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Holds what is published about settings to their table. After a change of the table,
 *
 * <pre>mvn test -pl engine -am -Dtest=PublishedSettingsTest -Dinputmethod.publish=true</pre>
 *
 * writes both files anew.
 */
class PublishedSettingsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SCHEMA =
      ROOT.resolve("engine/src/main/resources/dev/inputmethod/experiment/experiment.schema.json");
  private static final Path REFERENCE = ROOT.resolve("docs/experiment-files.md");
  private static final String BEGIN = "<!-- settings: written by PublishedSettingsTest -->\n";
  private static final String END = "<!-- settings: end -->\n";

  @Test
  void the_schema_follows_the_table() throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    compare(
        SCHEMA,
        new ObjectMapper().writer(printer).writeValueAsString(ExperimentSchema.schema()) + "\n");
  }

  @Test
  void the_schema_is_shipped_with_the_engine() throws IOException {
    try (var in = Experiment.class.getResourceAsStream("experiment.schema.json")) {
      assertThat(Optional.ofNullable(in)).isPresent();
    }
  }

  @Test
  void the_reference_page_follows_the_table() throws IOException {
    String page = Files.readString(REFERENCE, StandardCharsets.UTF_8);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).isGreaterThan(BEGIN.length());
    assertThat(end).isGreaterThan(begin - 1);
    compare(REFERENCE, page.substring(0, begin) + "\n" + table() + "\n" + page.substring(end));
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| setting | default | takes | meaning |\n|---|---|---|---|\n");
    for (Setting setting : SettingTable.STANDARD.settings()) {
      String byDefault =
          setting.byDefault().map(value -> "`" + shown(value) + "`").orElse("must be given");
      String meaning = setting.description();
      if (!setting.effect().isEmpty()) {
        meaning += " Only with `" + setting.effect() + "`.";
      }
      if (setting.changesTargets()) {
        meaning += " †";
      }
      table.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  setting.path(),
                  byDefault,
                  setting.kind().allowed(),
                  meaning.replace("<unk>", "`<unk>`"))
              .replace(System.lineSeparator(), "\n"));
    }
    for (VerdictReader.Threshold threshold : VerdictReader.THRESHOLDS) {
      table.append(
          "| `%s` | `%s` | %s | %s Cannot be swept. |%n"
              .formatted(
                  VerdictReader.PREFIX + threshold.name(),
                  shown(threshold.byDefault()),
                  threshold.kind().allowed(),
                  threshold.description())
              .replace(System.lineSeparator(), "\n"));
    }
    return table.toString();
  }

  private static String shown(Object value) {
    return value instanceof Double number ? Values.text(number) : value.toString();
  }

  private static void compare(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("inputmethod.publish")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(expected);
  }
}
