package dev.inputmethod.reports.html;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.html.template.JteindexGenerated;
import dev.inputmethod.reports.record.AtomicFile;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.OutputDirectory;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the list of all experiments, each with its question, its answer and a link to its report.
 */
public final class IndexPage {
  private IndexPage() {}

  /**
   * Writes {@code index.html} into the output directory, replacing the one there in one step. An
   * experiment that cannot be read is listed with what is wrong with it.
   *
   * @return the page
   */
  public static Path write(Path outputDirectory) {
    OutputDirectory directory = new OutputDirectory(outputDirectory);
    List<Entry> entries = new ArrayList<>();
    for (ExperimentDirectory experiment : directory.experiments()) {
      entries.add(entry(experiment));
    }
    StringOutput output = new StringOutput();
    JteindexGenerated.render(
        new OwaspHtmlTemplateOutput(output), null, Styles.plain("Experiments"), entries);
    AtomicFile.write(directory.page(), output.toString());
    return directory.page();
  }

  private static Entry entry(ExperimentDirectory directory) {
    String name = directory.path().getFileName().toString();
    String link =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/index.html";
    try {
      Findings findings = Findings.readRecords(directory);
      Answer answer = new Answer(findings);
      return new Entry(
          name,
          link,
          findings.comparison().experiment().question().orElse(name),
          answer.sentence(),
          new Sureness(findings, answer).sentences().get(0));
    } catch (InvalidInputException unreadable) {
      return new Entry(
          name, link, name, "Its records cannot be read.", unreadable.problems().get(0).toString());
    }
  }

  /**
   * An experiment in the list.
   *
   * @param name its name
   * @param link to its report, relative
   * @param question its title
   * @param answer one sentence
   * @param trials how many ended how
   */
  public record Entry(String name, String link, String question, String answer, String trials) {}
}
