package dev.inputmethod.reports.html;

import java.util.ArrayList;
import java.util.List;

/** Assembles the section on gradients. */
final class GradientSections {
  private final Findings findings;
  private final Axes axes;
  private final ReachFigures reach;
  private final ReachSparks sparks;

  GradientSections(Findings findings, Axes axes, ReachFigures reach, ReachSparks sparks) {
    this.findings = findings;
    this.axes = axes;
    this.reach = reach;
    this.sparks = sparks;
  }

  GradientSection section() {
    HeatMaps heat = new HeatMaps(findings, axes);
    Verdicts verdicts = new Verdicts(findings);
    List<Figure> figures = new ArrayList<>(reach.together());
    new AttentionFigure(findings, axes).figure().ifPresent(figures::add);
    new HalfLifeFigure(findings, axes).figure().ifPresent(figures::add);
    List<Figure> training = new ProbeFigures(findings, axes).figures();
    return new GradientSection(
        verdicts.lead(),
        verdicts.caption(),
        findings.wording().places(),
        verdicts.isProbed() ? new VerdictRows(findings, sparks, heat).rows() : List.of(),
        figures,
        "When did it vanish? Reach over training",
        heat.caption(),
        HeatMap.scale(),
        heat.maps(),
        training,
        training.isEmpty() && verdicts.isProbed()
            ? "Spectra and saturation were not measured in these trials: their records are older than"
                + " these probes."
            : "",
        new GradientWords(findings.comparison().experiment().thresholds(), findings.wording())
            .words());
  }
}
