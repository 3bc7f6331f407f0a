package dev.inputmethod.reports.html;

import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.html.template.JtereportGenerated;
import dev.inputmethod.reports.record.AtomicFile;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Measurement;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An experiment's report: a self-contained page, drawn from the records alone.
 *
 * @param page the file
 * @param answer the sentence under its title
 * @param damaged records and measurements that could not be read; the page names them
 */
public record HtmlReport(Path page, String answer, List<Problem> damaged) {
  public HtmlReport {
    damaged = List.copyOf(damaged);
  }

  /**
   * Writes {@code index.html} into the experiment's directory, replacing the one there in one step.
   *
   * @throws dev.inputmethod.problem.InvalidInputException where {@code experiment.json} is missing
   *     or damaged
   * @throws IllegalStateException if this Java cannot draw; the message says what to install
   */
  public static HtmlReport write(Path experimentDirectory) {
    ExperimentDirectory directory = new ExperimentDirectory(experimentDirectory);
    Findings findings = Findings.read(directory);
    ReportPage page = page(directory, findings);
    AtomicFile.write(directory.page(), html(page));
    return new HtmlReport(directory.page(), page.answer(), findings.damaged());
  }

  static ReportPage page(ExperimentDirectory directory) {
    return page(directory, Findings.read(directory));
  }

  private static ReportPage page(ExperimentDirectory directory, Findings findings) {
    Axes axes = Axes.of(findings.shown());
    LossFigures loss = new LossFigures(findings, axes);
    ReachFigures reach = new ReachFigures(findings, axes);
    ReachSparks sparks = new ReachSparks(findings, axes);
    Answer answer = new Answer(findings);
    Origins origins = new Origins(findings, directory);
    ExperimentRecord experiment = findings.comparison().experiment();
    List<Figure> reachFigures = reach.figures();
    return new ReportPage(
        Styles.charts(
            experiment.question().orElse(experiment.experiment()),
            findings.shown(),
            Math.max(1, findings.hiddenSizes().size())),
        experiment.experiment(),
        experiment.question().orElse(experiment.experiment()),
        answer.sentence(),
        new GradientSections(findings, axes, reach, sparks).section(),
        new Sureness(findings, answer).sentences(),
        new Legend(findings).entries(),
        new Tables(findings, loss, sparks).table(),
        loss.figures(),
        reachFigures,
        reachNote(findings, !reachFigures.isEmpty()),
        new NormFigures(findings, axes).figures(),
        normsNote(findings),
        origins.failures(),
        findings.comparison().unfinished(),
        origins.origin());
  }

  private static String reachNote(Findings findings, boolean isDrawn) {
    return isDrawn
        ? "Only full contexts, without padding, are probed; distances with fewer than "
            + Measurement.LEAST_EXAMPLES
            + " of them are not drawn. Each curve is the last measurement "
            + findings.moment().replace("at the best epoch", "at or before the best epoch")
            + ", the geometric mean over seeds."
        : "The reach of the gradient was not measured, or no distance has enough full contexts.";
  }

  private static String normsNote(Findings findings) {
    int broken = findings.shown().stream().mapToInt(it -> it.norms().brokenSteps()).sum();
    String finite =
        broken == 0
            ? "Every measured loss and gradient was a finite number"
                + (findings.comparison().failed().isEmpty()
                    ? "."
                    : "; not every step is measured. Failures are listed below.")
            : "At "
                + Numbers.count(broken, "measured step", "measured steps")
                + " the loss or the gradient was NaN or infinite; lines are interrupted there.";
    return finite + clippedNote(findings);
  }

  /** The shares of clipped steps; empty where no configuration clips its gradient. */
  private static String clippedNote(Findings findings) {
    List<String> clipped = new ArrayList<>();
    for (Shown it : findings.shown()) {
      it.norms()
          .clippedShare()
          .ifPresent(share -> clipped.add(it.brief() + " " + Numbers.percent(share)));
    }
    return clipped.isEmpty()
        ? ""
        : " Share of steps whose gradient was clipped, mean over seeds: "
            + String.join(", ", clipped)
            + ".";
  }

  private static String html(ReportPage page) {
    StringOutput output = new StringOutput();
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(output), null, page);
    return output.toString();
  }
}
