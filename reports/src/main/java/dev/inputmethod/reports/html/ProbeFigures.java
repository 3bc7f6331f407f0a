package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.record.GradientSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Draws spectra and saturation over training. */
final class ProbeFigures {
  private final Findings findings;
  private final Axes axes;
  private final SmallPictures pictures;

  ProbeFigures(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.pictures = new SmallPictures(findings, axes.step());
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    jacobians().ifPresent(figures::add);
    weights().ifPresent(figures::add);
    saturation().ifPresent(figures::add);
    return figures;
  }

  private Optional<Figure> jacobians() {
    List<String> sizes = List.of(Probed.JACOBIAN_RADIUS, Probed.JACOBIAN_NORM);
    List<Figure.Panel> panels =
        new ArrayList<>(
            panels(
                "jacobian",
                sizes,
                ProbeFigures::spectra,
                sizes(sizes),
                Optional.of(level("1", 1))));
    List<String> exponent = List.of(Probed.LYAPUNOV);
    Axis axis = Axis.linear("nats per step", heights(exponent, ProbeFigures::spectra, 0));
    panels.addAll(
        panels("lyapunov", exponent, ProbeFigures::spectra, axis, Optional.of(level("0", 0))));
    return figure(
        "jacobian",
        "What one step does to the state: spectra of J = ∂s(t)/∂s(t−1)",
        "Spectral radius max |λ| and largest singular value σ_max of the state’s Jacobian, without"
            + " unit; s is h, and of an LSTM h and c together. "
            + sample()
            + "The Lyapunov exponent is ln ‖J(T)⋯J(T−k+1)‖₂ / k over the last k = min(T − 1, 64)"
            + " steps, in nats per step: what many steps do together. The dashed lines are 1 and 0:"
            + " below them a gradient shrinks on its way back, above them it can grow."
            + whose(),
        panels);
  }

  /** How little is behind a point. */
  private String sample() {
    return findings.shown().stream()
        .flatMap(it -> it.jacobians().stream())
        .reduce(JacobianSample::with)
        .map(
            sample ->
                "A point rests on little: in each trial on "
                    + sample.matrices()
                    + ", taken in the later half of probed contexts; one of the exponent on "
                    + sample.contexts()
                    + ". ")
        .orElse("");
  }

  private Optional<Figure> weights() {
    List<String> names = names(ProbeFigures::spectra).stream().filter(Probed::isWeight).toList();
    return figure(
        "weight",
        "Spectra of the recurrent weights",
        "Spectral radius max |λ| and largest singular value σ_max of each gate’s block of the"
            + " recurrent weight W, without unit. The dashed line is 1: a tanh RNN with σ_max(W) < 1"
            + " is sure to forget (Pascanu and others 2013); above 1 it may or may not. Gated cells"
            + " are not judged by W alone."
            + whose()
            + " All pictures share their axes.",
        panels("weight", names, ProbeFigures::spectra, sizes(names), Optional.of(level("1", 1))));
  }

  private Optional<Figure> saturation() {
    List<String> shares =
        names(ProbeFigures::saturation).stream()
            .filter(name -> !name.equals(Probed.GATE_HALF_LIFE))
            .toList();
    Axis axis = new Axis("share, 0 to 1", 0, 1, false, false);
    List<Figure.Panel> panels =
        new ArrayList<>(
            panels("saturation", shares, ProbeFigures::saturation, axis, Optional.empty()));
    List<Figure.Panel> halfLife = gateHalfLife();
    panels.addAll(halfLife);
    return figure(
        "saturation",
        "Saturation: how much of what the cells compute passes no gradient",
        "Share of activations over all steps of the probed contexts, from 0 to 1: sigmoid gates below"
            + " 0.1 (closed) and above 0.9 (open), tanh beyond ±0.97, ReLU units that are 0"
            + " throughout. A forget or update gate that is open carries the state on, which is its"
            + " purpose; the same share of tanh passes next to no gradient."
            + (halfLife.isEmpty()
                ? ""
                : " Last picture: the half-life −ln 2 / ln f̄ of that gate’s mean activation f̄, in"
                    + " steps: after so many, half of what the cell stored is left. What is longer"
                    + " than the longest context is drawn at the edge.")
            + whose()
            + " All pictures of shares have the same axes.",
        panels);
  }

  private List<Figure.Panel> gateHalfLife() {
    List<String> name = List.of(Probed.GATE_HALF_LIFE);
    double longest = Arrays.stream(heights(name, ProbeFigures::saturation)).max().orElse(1);
    double context =
        findings.shown().stream()
            .flatMap(it -> it.gradient().summary().stream())
            .mapToDouble(GradientSummary::contextLength)
            .max()
            .orElse(longest);
    double upper = Math.max(1, Math.ceil(Math.min(1.05 * longest, context)));
    return panels(
        "gate",
        name,
        ProbeFigures::saturation,
        new Axis("half-life, steps", 0, upper, false, false),
        Optional.empty());
  }

  private static Optional<Figure> figure(
      String id, String title, String caption, List<Figure.Panel> panels) {
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new Figure(id, title, caption, "many", panels));
  }

  private String whose() {
    return " Top layer (its forward half if bidirectional)."
        + findings.meanNote()
        + pictures.note();
  }

  private Axis sizes(List<String> names) {
    return Axis.linear("without unit", heights(names, ProbeFigures::spectra, 0, 1));
  }

  private Set<String> names(Function<Shown, Map<String, OverSeeds>> part) {
    Set<String> names = new LinkedHashSet<>();
    findings.shown().forEach(it -> names.addAll(part.apply(it).keySet()));
    return names;
  }

  private double[] heights(
      List<String> names, Function<Shown, Map<String, OverSeeds>> part, double... always) {
    DoubleStream drawn =
        findings.shown().stream()
            .flatMap(
                it ->
                    names.stream()
                        .flatMap(name -> Optional.ofNullable(part.apply(it).get(name)).stream()))
            .flatMapToDouble(OverSeeds::heights);
    return DoubleStream.concat(Arrays.stream(always), drawn).toArray();
  }

  private List<Figure.Panel> panels(
      String id,
      List<String> names,
      Function<Shown, Map<String, OverSeeds>> part,
      Axis y,
      Optional<Line> reference) {
    List<Figure.Panel> panels = new ArrayList<>();
    for (String name : names) {
      pictures
          .draw(
              id + "-" + panels.size(),
              name,
              y,
              "probe",
              reference.map(List::of).orElse(List.of()),
              it -> Optional.ofNullable(part.apply(it).get(name)))
          .ifPresent(svg -> panels.add(new Figure.Panel(name, "", "", svg)));
    }
    return panels;
  }

  private static Map<String, OverSeeds> spectra(Shown it) {
    return it.gradient().spectra();
  }

  private static Map<String, OverSeeds> saturation(Shown it) {
    return it.gradient().saturation();
  }

  private Line level(String name, double height) {
    return axes.levelOverSteps(name, height);
  }
}
