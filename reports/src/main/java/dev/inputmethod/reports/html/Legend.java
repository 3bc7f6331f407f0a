package dev.inputmethod.reports.html;

import dev.inputmethod.reports.html.ReportPage.LegendEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shows what hue, line style, width and lightness mean; only those that differ, and the hue always.
 */
final class Legend {
  private final Findings findings;

  Legend(Findings findings) {
    this.findings = findings;
  }

  List<LegendEntry> entries() {
    List<LegendEntry> entries = new ArrayList<>();
    Set<String> cells = new LinkedHashSet<>();
    Set<Boolean> directions = new TreeSet<>();
    Set<Long> layers = new TreeSet<>();
    for (Shown it : findings.shown()) {
      cells.add(it.look().cell());
      directions.add(it.look().bidirectional());
      layers.add(it.look().layers());
    }
    for (String cell : cells) {
      entries.add(new LegendEntry("cell", Naming.cell(cell), sample("hue-" + cell)));
    }
    if (directions.size() > 1) {
      entries.add(new LegendEntry("direction", "→ forward", sample("solid")));
      entries.add(new LegendEntry("direction", "⇄ bidirectional", sample("dashed")));
    }
    if (layers.size() > 1) {
      for (long count : layers) {
        entries.add(
            new LegendEntry("layers", Long.toString(count), sample("width-" + Math.min(count, 4))));
      }
    }
    if (findings.hiddenSizes().size() > 1) {
      for (int i = 0; i < findings.hiddenSizes().size(); i++) {
        entries.add(
            new LegendEntry(
                "hidden size", findings.hiddenSizes().get(i).toString(), shades(cells, i)));
      }
    }
    return entries;
  }

  private static String sample(String look) {
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
