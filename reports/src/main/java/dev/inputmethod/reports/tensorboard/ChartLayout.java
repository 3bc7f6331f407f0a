package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.tensorboard.proto.Category;
import dev.inputmethod.reports.tensorboard.proto.Chart;
import dev.inputmethod.reports.tensorboard.proto.Layout;
import dev.inputmethod.reports.tensorboard.proto.MarginChartContent;
import dev.inputmethod.reports.tensorboard.proto.MultilineChartContent;

/** What TensorBoard's page "Custom Scalars" shows: bands over seeds, then trials side by side. */
final class ChartLayout {
  private ChartLayout() {}

  static Layout layout() {
    Category.Builder seeds =
        Category.newBuilder().setTitle("Over seeds: mean, and one standard deviation");
    for (SeedTag tag : SeedTag.values()) {
      seeds.addChart(band(tag));
    }
    Category.Builder trials =
        Category.newBuilder()
            .setTitle("Trials: reach, spectra, saturation")
            .addChart(lines("Gradient at the embedded words, by distance", "reach/input/d.*"))
            .addChart(lines("Spectral radius of the state Jacobian", ".*/jacobian/radius"))
            .addChart(lines("Largest singular value of the state Jacobian", ".*/jacobian/norm"))
            .addChart(lines("Lyapunov exponent, nats per step", "spectra/.*/lyapunov"))
            .addChart(lines("Gates open, above 0.9", "saturation/.*/open"))
            .addChart(lines("Gates closed, below 0.1", "saturation/.*/closed"))
            .addChart(lines("tanh beyond 0.97", "saturation/.*/beyond"));
    return Layout.newBuilder().addCategory(seeds).addCategory(trials).build();
  }

  private static Chart band(SeedTag tag) {
    return Chart.newBuilder()
        .setTitle(tag.title())
        .setMargin(
            MarginChartContent.newBuilder()
                .addSeries(
                    MarginChartContent.Series.newBuilder()
                        .setValue(tag.mean())
                        .setLower(tag.lower())
                        .setUpper(tag.upper())))
        .build();
  }

  private static Chart lines(String title, String tags) {
    return Chart.newBuilder()
        .setTitle(title)
        .setMultiline(MultilineChartContent.newBuilder().addTag(tags))
        .build();
  }
}
