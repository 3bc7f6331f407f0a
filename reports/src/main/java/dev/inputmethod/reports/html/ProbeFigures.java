package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    Function<Shown, Map<String, OverSeeds>> spectra = it -> it.gradient().spectra();
    List<Figure.Panel> panels = new ArrayList<>();
    List<String> sizes = List.of(Probed.JACOBIAN_RADIUS, Probed.JACOBIAN_NORM);
    panels.addAll(panels("jacobian", sizes, spectra, sizes(sizes), Optional.of(1.0)));
    List<String> exponent = List.of(Probed.LYAPUNOV);
    Axis axis = Axis.linear("nats per step", values(exponent, spectra, 0));
    panels.addAll(panels("lyapunov", exponent, spectra, axis, Optional.of(0.0)));
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                "jacobian",
                "What one step does to the state: spectra of J = ∂s(t)/∂s(t−1)",
                "Spectral radius max |λ| and largest singular value σ_max of the state’s Jacobian, means"
                    + " over a few probed contexts and steps, without unit; s is h, and of an LSTM h"
                    + " and c together. And the Lyapunov exponent ln ‖J(T)⋯J(2)‖₂ / (T − 1), in nats"
                    + " per step: what a whole context does. The dashed lines are 1 and 0: below them"
                    + " a gradient shrinks on its way back, above them it can grow."
                    + whose(),
                "many",
                panels));
  }

  private Optional<Figure> weights() {
    Function<Shown, Map<String, OverSeeds>> spectra = it -> it.gradient().spectra();
    List<String> names = names(spectra).stream().filter(Probed::isWeight).toList();
    List<Figure.Panel> panels = panels("weight", names, spectra, sizes(names), Optional.of(1.0));
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                "weight",
                "Spectra of the recurrent weights",
                "Spectral radius max |λ| and largest singular value σ_max of each gate’s block of the"
                    + " recurrent weight W, without unit. The dashed line is 1: a tanh RNN with"
                    + " σ_max(W) < 1 is sure to forget (Pascanu and others 2013); above 1 it may or may"
                    + " not. Gated cells are not judged by W alone."
                    + whose()
                    + " All pictures share their axes.",
                "many",
                panels));
  }

  private Optional<Figure> saturation() {
    Function<Shown, Map<String, OverSeeds>> shares = it -> it.gradient().saturation();
    List<Figure.Panel> panels =
        panels(
            "saturation",
            List.copyOf(names(shares)),
            shares,
            new Axis("share, 0 to 1", 0, 1, false, false),
            Optional.empty());
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                "saturation",
                "Saturation: how much of what the cells compute passes no gradient",
                "Share of activations over all steps of the probed contexts, from 0 to 1: sigmoid gates"
                    + " below 0.1 (closed) and above 0.9 (open), tanh beyond ±0.97, ReLU units that are"
                    + " 0 throughout. A forget or update gate that is open carries the state on, which"
                    + " is its purpose; the same share of tanh passes next to no gradient."
                    + whose()
                    + " All pictures share their axes.",
                "many",
                panels));
  }

  private String whose() {
    return " Of the top layer, its forward half where it reads both ways; mean over seeds, with a band"
        + " of one standard deviation."
        + pictures.note();
  }

  private Axis sizes(List<String> names) {
    return Axis.linear("without unit", values(names, it -> it.gradient().spectra(), 0, 1));
  }

  private Set<String> names(Function<Shown, Map<String, OverSeeds>> part) {
    Set<String> names = new LinkedHashSet<>();
    findings.shown().forEach(it -> names.addAll(part.apply(it).keySet()));
    return names;
  }

  private double[] values(
      List<String> names, Function<Shown, Map<String, OverSeeds>> part, double... always) {
    List<Double> values = new ArrayList<>();
    for (double value : always) {
      values.add(value);
    }
    for (Shown it : findings.shown()) {
      for (String name : names) {
        Optional.ofNullable(part.apply(it).get(name)).ifPresent(line -> addTo(values, line));
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void addTo(List<Double> values, OverSeeds line) {
    for (int i = 0; i < line.mean().size(); i++) {
      values.add(line.mean().y(i));
    }
    line.band()
        .ifPresent(
            band -> {
              for (int i = 0; i < band.high().size(); i++) {
                values.add(band.high().y(i));
              }
            });
  }

  private List<Figure.Panel> panels(
      String id,
      List<String> names,
      Function<Shown, Map<String, OverSeeds>> part,
      Axis y,
      Optional<Double> reference) {
    List<Figure.Panel> panels = new ArrayList<>();
    List<Line> behind = reference.map(this::level).map(List::of).orElse(List.of());
    for (String name : names) {
      pictures
          .draw(
              id + "-" + panels.size(),
              name,
              y,
              "probe",
              behind,
              it -> Optional.ofNullable(part.apply(it).get(name)))
          .ifPresent(svg -> panels.add(new Figure.Panel(name, "", "", svg)));
    }
    return panels;
  }

  private Line level(double value) {
    return Line.of(
        "limit",
        Double.toString(value),
        new Points(
            new double[] {axes.step().lower(), axes.step().upper()}, new double[] {value, value}));
  }
}
