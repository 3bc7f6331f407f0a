package dev.inputmethod.reports.html;

import dev.inputmethod.reports.html.ReportPage.LegendEntry;
import dev.inputmethod.reports.html.ReportPage.Sample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Explains hue, line style, width and lightness. Hue is always explained, the others only where
 * they differ.
 */
final class Legend {
  private final Findings findings;

  Legend(Findings findings) {
    this.findings = findings;
  }

  List<LegendEntry> entries() {
    List<LegendEntry> entries = new ArrayList<>();
    if (findings.shown().isEmpty()) {
      return entries;
    }
    Set<String> cells = new LinkedHashSet<>();
    Set<Boolean> directions = new TreeSet<>();
    Set<Long> layers = new TreeSet<>();
    for (Shown it : findings.shown()) {
      cells.add(it.look().cell());
      directions.add(it.look().bidirectional());
      layers.add(it.look().layers());
    }
    List<Sample> hues =
        cells.stream().map(cell -> new Sample(Naming.cell(cell), line("hue-" + cell))).toList();
    entries.add(new LegendEntry("cell", hues));
    if (directions.size() > 1) {
      entries.add(
          new LegendEntry(
              "direction",
              List.of(
                  new Sample("→ forward", line("solid")),
                  new Sample("⇄ bidirectional", line("dashed")))));
    }
    if (layers.size() > 1) {
      List<Sample> widths =
          layers.stream()
              .map(count -> new Sample(Long.toString(count), line("width-" + Math.min(count, 4))))
              .toList();
      entries.add(new LegendEntry("layers", widths));
    }
    if (findings.hiddenSizes().size() > 1) {
      List<Sample> lightnesses = new ArrayList<>();
      for (Long size : findings.hiddenSizes()) {
        lightnesses.add(new Sample(size.toString(), shades(cells, lightnesses.size())));
      }
      entries.add(new LegendEntry("hidden size", lightnesses));
    }
    return entries;
  }

  private static String line(String look) {
    return "<svg class=\"sample "
        + look
        + "\" width=\"34\" height=\"12\" aria-hidden=\"true\"><path d=\"M1 6h32\"/></svg>";
  }

  private static String shades(Set<String> cells, int lightness) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"sample\" width=\"").append(13 * cells.size());
    svg.append("\" height=\"12\" aria-hidden=\"true\">");
    int x = 0;
    for (String cell : cells) {
      svg.append("<rect class=\"shade-").append(cell).append('-').append(lightness);
      svg.append("\" x=\"").append(x).append("\" y=\"1\" width=\"10\" height=\"10\" rx=\"2\"/>");
      x += 13;
    }
    return svg.append("</svg>").toString();
  }
}
