package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws norms over steps: of the whole gradient, of each parameter's gradient, and of each
 * parameter's updates.
 */
final class NormFigures {
  /** A step moves a healthy parameter by about a thousandth of itself. */
  private static final double HEALTHY_RATIO = -3;

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
    if (findings.shown().stream().allMatch(it -> it.norms().global().mean().isBlank())) {
      return figures;
    }
    figures.add(whole());
    addUnlessBlank(byParameter(), figures);
    addUnlessBlank(updates(), figures);
    return figures;
  }

  private static void addUnlessBlank(Figure figure, List<Figure> figures) {
    if (!figure.panels().isEmpty()) {
      figures.add(figure);
    }
  }

  private Figure whole() {
    List<Figure.Panel> panels =
        new CombinedChart(
                findings, "norm-all", "Norm of the whole gradient", axes.step(), axes.norm())
            .panels(it -> Optional.of(it.norms().global().alone()), "norm");
    return new Figure(
        "norm-all",
        "The whole gradient: ‖∂L/∂θ‖₂",
        "L2 norm √Σ(∂L/∂θᵢ)² over all parameters θ, of the mean loss of a batch, before clipping, in "
            + ReachNotes.unit(findings.wording())
            + " per unit of θ; the geometric mean over seeds. Spikes are kept when lines are thinned."
            + zeros(),
        CombinedChart.layout(findings),
        panels);
  }

  /** Of all pictures of norms, where a mean is zero since some seeds are. */
  private String zeros() {
    return findings.shown().stream()
            .flatMap(
                it ->
                    Stream.concat(
                        Stream.of(it.norms().global()), it.norms().parameters().values().stream()))
            .anyMatch(OverSeeds::isZeroOfSomeSeeds)
        ? " Where a seed’s norm is exactly zero, so is the mean, which is drawn on the floor."
        : "";
  }

  private Figure byParameter() {
    return new Figure(
        "norm-each",
        "By layer and parameter",
        "L2 norm ‖∂L/∂θ‖₂ of each parameter’s own gradient, in "
            + ReachNotes.unit(findings.wording())
            + " per unit of θ; a line for each configuration that has the parameter, in the colours"
            + " of the legend."
            + pictures.note()
            + " All pictures share their axes. A healthy norm does not rule out a vanished reach:"
            + " short paths hide long ones.",
        "many",
        panels("norm", "Gradient norm of ", axes.norm(), List.of(), GradientNorms::parameters));
  }

  private Figure updates() {
    DoubleStream ratios =
        findings.shown().stream()
            .flatMap(it -> it.norms().updates().values().stream())
            .flatMapToDouble(ratio -> ratio.mean().finite());
    Axis y =
        Axis.linear(
            "log₁₀(‖Δθ‖/‖θ‖)",
            DoubleStream.concat(DoubleStream.of(HEALTHY_RATIO), ratios).toArray());
    return new Figure(
        "update-each",
        "How far a step moves each parameter: log₁₀(‖Δθ‖/‖θ‖)",
        "L2 norm of a step’s change of the parameter, Δθ, after the updater, over that of the"
            + " parameter itself after the step; decimal logarithm, without unit, mean over seeds."
            + " The dashed line is −3, one thousandth: healthy is near it; above −2 steps are"
            + " suspiciously large, below −4 small. Where a parameter does not move there is no"
            + " point."
            + pictures.note()
            + " All pictures share their axes.",
        "many",
        panels(
            "update",
            "Update ratio of ",
            y,
            List.of(axes.levelOverSteps("−3", HEALTHY_RATIO)),
            GradientNorms::updates));
  }

  private List<Figure.Panel> panels(
      String id,
      String title,
      Axis y,
      List<Line> behind,
      Function<GradientNorms, Map<String, OverSeeds>> part) {
    List<Figure.Panel> panels = new ArrayList<>();
    for (String parameter : parameters(part)) {
      pictures
          .draw(
              id + "-" + panels.size(),
              title + parameter,
              y,
              "norm",
              behind,
              it ->
                  Optional.ofNullable(part.apply(it.norms()).get(parameter)).map(OverSeeds::alone))
          .ifPresent(svg -> panels.add(new Figure.Panel(breakable(parameter), "", "", svg)));
    }
    return panels;
  }

  /** Lets a long name continue on a second line after a dot. */
  private static String breakable(String name) {
    return name.replace(".", ".\u200b");
  }

  /** In the order of the configuration that has most of them. */
  private List<String> parameters(Function<GradientNorms, Map<String, OverSeeds>> part) {
    List<Set<String>> largestFirst = new ArrayList<>();
    findings.shown().forEach(it -> largestFirst.add(part.apply(it.norms()).keySet()));
    largestFirst.sort(Comparator.comparing(names -> -names.size()));
    Set<String> names = new LinkedHashSet<>();
    largestFirst.forEach(names::addAll);
    return List.copyOf(names);
  }
}
