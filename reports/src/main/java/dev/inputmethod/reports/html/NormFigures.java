package dev.inputmethod.reports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws gradient norms over steps: of the whole gradient, then a picture for each layer's
 * parameters.
 */
final class NormFigures {
  private final Findings findings;
  private final Axes axes;
  private final SmallPictures pictures;

  NormFigures(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.pictures = new SmallPictures(findings, axes.step());
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (findings.shown().stream().allMatch(it -> it.globalNorm().mean().isBlank())) {
      return figures;
    }
    List<Figure.Panel> whole =
        new CombinedChart(
                findings, "norm-all", "Norm of the whole gradient", axes.step(), axes.norm())
            .panels(it -> Optional.of(it.globalNorm().alone()), "norm");
    figures.add(
        new Figure(
            "norm-all",
            "The whole gradient",
            "L2 norm of the gradient of all parameters, of the mean over a batch, before clipping; the"
                + " geometric mean over seeds. Spikes are kept when lines are thinned.",
            whole.size() > 1 ? "half" : "wide",
            whole));
    if (!parameters().isEmpty()) {
      figures.add(byParameter());
    }
    return figures;
  }

  private Figure byParameter() {
    List<Figure.Panel> panels = new ArrayList<>();
    for (String parameter : parameters()) {
      pictures
          .draw(
              "norm-" + panels.size(),
              "Gradient norm of " + parameter,
              axes.norm(),
              "norm",
              List.of(),
              it -> Optional.ofNullable(it.parameterNorms().get(parameter)).map(OverSeeds::alone))
          .ifPresent(svg -> panels.add(new Figure.Panel(breakable(parameter), "", "", svg)));
    }
    return new Figure(
        "norm-each",
        "By layer and parameter",
        "L2 norm of each parameter’s gradient; a line for each configuration that has the parameter,"
            + " in the colours of the legend."
            + pictures.note()
            + " All pictures share their axes. A healthy norm does not"
            + " rule out a vanished reach: short paths hide long ones.",
        "many",
        panels);
  }

  /** Lets a long name continue on a second line after a dot. */
  private static String breakable(String name) {
    return name.replace(".", ".\u200b");
  }

  private List<String> parameters() {
    List<Shown> largestFirst = new ArrayList<>(findings.shown());
    largestFirst.sort(Comparator.comparing(it -> -it.parameterNorms().size()));
    Set<String> names = new LinkedHashSet<>();
    largestFirst.forEach(it -> names.addAll(it.parameterNorms().keySet()));
    return List.copyOf(names);
  }
}
