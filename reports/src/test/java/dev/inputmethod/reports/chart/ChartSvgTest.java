package dev.inputmethod.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartSvgTest {
  private static final Axis DISTANCE = Axis.whole("distance, words", 0, 4);

  private static Chart chart(Chart.Form form, Axis y, List<Line> lines) {
    return new Chart(
        "a", "A title", "A description.", 600, 300, form, DISTANCE, y, lines, List.of());
  }

  private static Line line(String classes, double... y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return Line.of(classes, classes, new Points(x, y));
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> all(Document document, String path) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void every_series_becomes_one_group_with_its_classes_and_no_style() throws Exception {
    String svg =
        ChartSvg.draw(
            chart(
                Chart.Form.FULL,
                Axis.log("norm", 1e-3, 1),
                List.of(line("c0 reach", 1, 0.5, 0.1), line("c1 reach", 1, 0.2, 0.01))));

    Document document = parsed(svg);
    assertThat(all(document, "//*[@class='c0 reach']/*[local-name()='path']")).hasSize(1);
    assertThat(all(document, "//*[@class='c1 reach']/*[local-name()='path']")).hasSize(1);
    assertThat(svg).doesNotContain("style=").doesNotContain("stroke=").doesNotContain("clip");
  }

  @Test
  void boxes_are_below_lines_later_lines_above_earlier_ones_and_marks_and_texts_on_top() {
    Chart chart =
        new Chart(
                "a",
                "A title",
                "A description.",
                600,
                300,
                Chart.Form.FULL,
                DISTANCE,
                Axis.linear("y", 0, 1),
                List.of(line("first", 1, 0), line("second", 0, 1)),
                List.of(new Chart.Mark("dot", "best", 1, 0.5)))
            .over(List.of(new Chart.Area("boxes", List.of(new Chart.Box(0, 2, 0.25, 0.5)))))
            .noting(List.of(new Chart.Note("word", "a < b", 1, 0.5)));

    assertThat(ChartSvg.draw(chart))
        .containsSubsequence(
            "class=\"boxes\"",
            "class=\"first\"",
            "class=\"second\"",
            "class=\"dot mark\"",
            "class=\"word text\"",
            "a &lt; b");
  }

  @Test
  void boxes_of_an_area_are_one_path_cut_to_the_axes() throws Exception {
    Chart chart =
        chart(Chart.Form.SPARK, Axis.linear("y", 0, 1), List.of())
            .over(
                List.of(
                    new Chart.Area(
                        "boxes",
                        List.of(new Chart.Box(0, 1, 0, 0.5), new Chart.Box(3, 400, 0.5, 9000)))));

    List<Element> paths =
        all(parsed(ChartSvg.draw(chart)), "//*[@class='boxes']/*[local-name()='path']");

    assertThat(paths).hasSize(1);
    assertThat(paths.get(0).getAttribute("d").split("z", -1)).hasSize(3);
    assertThat(paths.get(0).getAttribute("d")).doesNotContain("400").doesNotContain("9000");
  }

  @Test
  void it_names_and_describes_itself_with_ids_of_its_own() throws Exception {
    Document document =
        parsed(ChartSvg.draw(chart(Chart.Form.SMALL, Axis.linear("y", 0, 1), List.of())));

    Element svg = document.getDocumentElement();
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("a-title a-desc");
    assertThat(all(document, "//*[@id='a-title']").get(0).getTextContent()).isEqualTo("A title");
    assertThat(all(document, "//*[@id='a-desc']").get(0).getTextContent())
        .isEqualTo("A description.");
  }

  @Test
  void what_is_no_number_interrupts_a_line_and_zero_lies_on_the_floor() throws Exception {
    Axis y = Axis.log("norm", 1, Double.NaN, 0, -3, Double.POSITIVE_INFINITY);
    String svg =
        ChartSvg.draw(
            chart(Chart.Form.FULL, y, List.of(line("c0", 1, 0.1, Double.NaN, 0, -3, 1e300))));

    assertThat(svg)
        .doesNotContain("NaN")
        .doesNotContain("Infinity")
        .doesNotContain("e+")
        .doesNotContain("E3");
    Element path = all(parsed(svg), "//*[@class='c0']/*[local-name()='path']").get(0);
    assertThat(path.getAttribute("d").chars().filter(c -> c == 'M').count()).isEqualTo(2);
    assertThat(path.getAttribute("d")).containsPattern("M[0-9.]+ 260l");
  }

  @Test
  void every_form_of_axis_survives_values_without_any_number() {
    for (Chart.Form form : Chart.Form.values()) {
      for (Axis y :
          List.of(
              Axis.linear("y"),
              Axis.linear("y", Double.NaN),
              Axis.linear("y", 5, 5),
              Axis.log("y"),
              Axis.log("y", 0),
              Axis.log("y", Double.MIN_VALUE),
              Axis.log("y", Double.MAX_VALUE))) {
        String svg = ChartSvg.draw(chart(form, y, List.of(line("c0", Double.NaN, 0, 1))));
        assertThat(svg).doesNotContain("NaN").doesNotContain("∞").startsWith("<svg");
      }
    }
  }

  @Test
  void texts_are_escaped_and_what_xml_forbids_is_replaced() throws Exception {
    Chart chart =
        new Chart(
            "a",
            "<script>alert('x')</script>\"&",
            "\u0000\uD800 end",
            300,
            200,
            Chart.Form.FULL,
            DISTANCE,
            Axis.linear("<b>", 0, 1),
            List.of(line("c0", 0, 1).endingIn("</svg><script>")),
            List.of());

    String svg = ChartSvg.draw(chart);

    assertThat(svg).doesNotContain("<script").doesNotContain("<b>");
    assertThat(parsed(svg).getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("<script>alert('x')</script>\"&");
    assertThat(svg).contains("\uFFFD\uFFFD end");
  }

  @Test
  void the_same_chart_is_the_same_text_in_every_locale() {
    Chart chart =
        chart(
            Chart.Form.FULL,
            Axis.linear("loss", 4.25, 5.75),
            List.of(line("c0", 5.5, 4.75, 4.5).endingIn("LSTM")));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String root = ChartSvg.draw(chart);
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(ChartSvg.draw(chart)).isEqualTo(root);
      Locale.setDefault(Locale.GERMANY);
      assertThat(ChartSvg.draw(chart)).isEqualTo(root);
      assertThat(root).contains(">4.5<").contains("data-y=\"4.19 5.81 linear\"");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void texts_at_the_ends_do_not_overlap_and_disappear_when_they_cannot_all_fit() throws Exception {
    List<Line> three = new ArrayList<>();
    List<Line> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Line line = line("c" + i, 1, 0.5).endingIn("line " + i);
      many.add(line);
      if (i < 3) {
        three.add(line);
      }
    }
    Axis y = Axis.linear("y", 0, 1);

    List<Element> texts =
        all(
            parsed(ChartSvg.draw(chart(Chart.Form.FULL, y, three))),
            "//*[contains(@class,' end')]/*[local-name()='text']");
    double[] heights =
        texts.stream().mapToDouble(t -> Double.parseDouble(t.getAttribute("y"))).sorted().toArray();
    assertThat(heights).hasSize(3);
    assertThat(heights[1] - heights[0]).isGreaterThanOrEqualTo(13.9);
    assertThat(heights[2] - heights[1]).isGreaterThanOrEqualTo(13.9);
    assertThat(ChartSvg.draw(chart(Chart.Form.FULL, y, many))).doesNotContain("line 3");
  }

  @Test
  void a_line_that_ends_early_is_named_where_it_ends() throws Exception {
    Axis y = Axis.linear("y", 0, 1);
    List<Line> lines =
        List.of(line("c0", 1, 0.5, 0.2).endingIn("whole"), line("c1", 0.9).endingIn("early"));

    List<Element> leaders =
        all(
            parsed(ChartSvg.draw(chart(Chart.Form.FULL, y, lines))),
            "//*[contains(@class,' end')]/*[local-name()!='text']");

    assertThat(leaders).hasSize(2);
    for (Element leader : leaders) {
      double from = Double.parseDouble(leader.getAttribute("x1"));
      assertThat(Double.parseDouble(leader.getAttribute("x2")) - from).isCloseTo(8, within(0.1));
    }
  }

  @Test
  void a_value_can_be_read_back_from_where_it_was_drawn() throws Exception {
    Document document =
        parsed(
            ChartSvg.draw(
                chart(Chart.Form.SMALL, Axis.log("norm", 1e-4, 1), List.of(line("c0", 1, 0.03)))));
    String[] plot = document.getDocumentElement().getAttribute("data-plot").split(" ", 4);
    String path = all(document, "//*[@class='c0']/*").get(0).getAttribute("d");
    double y = Double.parseDouble(path.substring(path.lastIndexOf(' ') + 1));

    double share = y / Double.parseDouble(plot[3]);
    assertThat(Math.pow(10, -4 * share)).isCloseTo(0.03, within(0.0005));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void it_draws_on_a_machine_without_fonts(@TempDir Path directory)
      throws IOException, InterruptedException {
    File none = directory.resolve("none").toFile();
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.awt.fontconfig=" + none,
                "-cp",
                System.getProperty("java.class.path"),
                FontlessMain.class.getName())
            .redirectErrorStream(true);
    java.environment().put("FONTCONFIG_FILE", none.toString());
    Process process = java.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).startsWith("<svg").endsWith("no fonts");
  }

  /** Draws in a fresh JVM, then shows that AWT itself has no fonts there. */
  static final class FontlessMain {
    public static void main(String[] arguments) {
      String svg =
          ChartSvg.draw(
              chart(
                  Chart.Form.FULL,
                  Axis.log("norm", 1e-3, 1),
                  List.of(line("c0", 1, 0.1).endingIn("LSTM"))));
      System.out.print(svg);
      try {
        System.out.print(new Font(Font.SANS_SERIF, Font.PLAIN, 11).getFamily());
      } catch (InternalError expected) {
        System.out.print("no fonts");
      }
    }
  }
}
