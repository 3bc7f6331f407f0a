package dev.inputmethod.reports.html;

import java.util.List;

/**
 * One or more pictures with a caption that says what is drawn and how to read it.
 *
 * @param id unique on the page
 * @param title above it
 * @param caption below the title
 * @param layout class of the grid its panels stand in: {@code wide}, {@code half} or {@code many}
 * @param panels its pictures
 */
public record Figure(String id, String title, String caption, String layout, List<Panel> panels) {
  public Figure {
    panels = List.copyOf(panels);
  }

  /**
   * One picture.
   *
   * @param title above it; empty if it needs none
   * @param note beside the title, such as a half-life; empty if there is none
   * @param configuration class of the configuration it is about, such as {@code c3}; empty if it is
   *     about several
   * @param svg trusted markup, drawn by the chart package
   */
  public record Panel(String title, String note, String configuration, String svg) {}
}
