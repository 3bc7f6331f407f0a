package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The layers come to PyTorch's numbers: outputs, states, loss and every gradient. */
class TorchReferenceTest {

  static List<String> cases() throws IOException, URISyntaxException {
    Path folder = Path.of(TorchReferenceTest.class.getResource("/torch").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  @Test
  void there_are_at_least_thirty_cases() throws IOException, URISyntaxException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void in_double_precision_everything_is_as_in_pytorch(String name) throws IOException {
    compare(TorchCase.read(name), DataType.DOUBLE, 1e-10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void in_single_precision_everything_is_nearly_as_in_pytorch(String name) throws IOException {
    compare(TorchCase.read(name), DataType.FLOAT, 1e-4);
  }

  private static void compare(TorchCase expected, DataType type, double tolerance) {
    TestNetwork settings = expected.network(type);
    MultiLayerNetwork network = settings.build();
    Map<String, INDArray> parameters = ParameterNames.parameters(network);
    parameters.forEach((name, view) -> set(view, expected.values("parameters", name)));
    if (expected.has("h0")) {
      new RecurrentState(
              expected.array("h0"),
              expected.has("c0") ? Optional.of(expected.array("c0")) : Optional.empty())
          .startIn(network);
    }
    CapturedGradients observed = new CapturedGradients();
    RecurrentLayers.observe(network, observed);
    INDArray targets = expected.array("targets").reshape(expected.batch(), -1);
    INDArray targetMask = targets.gte(0).castTo(DataType.DOUBLE);
    network.setInput(expected.array("input").castTo(type));
    network.setLabels(targets.castTo(type));
    network.setLayerMaskArrays(
        expected.mask().orElse(null), settings.everyStep ? targetMask : null);
    network.computeGradientAndScore();

    same("loss", new double[] {network.score()}, new double[] {expected.number("loss")}, tolerance);
    ParameterNames.gradients(network)
        .forEach(
            (name, view) ->
                same(
                    name,
                    view.dup('c').data().asDouble(),
                    expected.values("gradients", name),
                    tolerance));
    states(network, expected, tolerance);
    initialGradients(network, expected, tolerance);
    observed(observed, expected, settings, tolerance);
    outputs(network, expected, settings, tolerance);
  }

  private static void states(MultiLayerNetwork network, TorchCase expected, double tolerance) {
    RecurrentState last = RecurrentState.finalOf(network);
    same("h_n", last.hidden(), expected.array("hn"), tolerance);
    assertThat(last.cell().isPresent()).isEqualTo(expected.has("cn"));
    last.cell().ifPresent(cell -> same("c_n", cell, expected.array("cn"), tolerance));
  }

  private static void initialGradients(
      MultiLayerNetwork network, TorchCase expected, double tolerance) {
    List<INDArray> hidden = new ArrayList<>();
    List<INDArray> cell = new ArrayList<>();
    for (RecurrentLayer layer : RecurrentLayers.of(network)) {
      for (DirectionMemory direction : layer.directions()) {
        hidden.add(direction.step(direction.reading(0)).dHiddenBefore());
        cell.add(direction.dCell());
      }
    }
    if (expected.has("gradientH0")) {
      same("dh_0", stack(hidden), expected.array("gradientH0"), tolerance);
    }
    if (expected.has("gradientC0")) {
      same("dc_0", stack(cell), expected.array("gradientC0"), tolerance);
    }
  }

  private static INDArray stack(List<INDArray> states) {
    return Nd4j.stack(0, states.toArray(INDArray[]::new));
  }

  private static void observed(
      CapturedGradients observed, TorchCase expected, TestNetwork settings, double tolerance) {
    int batch = expected.batch();
    double loose = tolerance * batch;
    same("dx", observed.words, norms(expected.array("gradientInput"), batch), loose);
    if (expected.has("gradientHidden")) {
      double[][] norms = norms(expected.array("gradientHidden"), batch);
      same("dh", observed.hidden(settings.layers, false), norms, loose);
    }
  }

  private static void outputs(
      MultiLayerNetwork network, TorchCase expected, TestNetwork settings, double tolerance) {
    expected.mask().ifPresent(mask -> network.setLayerMaskArrays(mask, null));
    INDArray steps =
        network
            .feedForwardToLayer(
                settings.layers, expected.array("input").castTo(settings.type), false)
            .get(settings.layers + 1);
    same("every step's output", steps.permute(0, 2, 1), expected.array("output"), tolerance);
  }

  /**
   * Of the mean loss in the file; per example as the observer is told, that is times the batch
   * size.
   */
  private static double[][] norms(INDArray batchTimeFeatures, int batch) {
    double[][] norms = batchTimeFeatures.norm2(2).toDoubleMatrix();
    for (double[] example : norms) {
      for (int t = 0; t < example.length; t++) {
        example[t] *= batch;
      }
    }
    return norms;
  }

  private static void set(INDArray view, double[] values) {
    assertThat(view.length()).isEqualTo(values.length);
    INDArray row = view.reshape(view.length());
    for (int i = 0; i < values.length; i++) {
      row.putScalar(i, values[i]);
    }
  }

  private static void same(String what, INDArray found, INDArray expected, double tolerance) {
    assertThat(found.shape()).as(what).isEqualTo(expected.shape());
    same(what, found.dup('c').data().asDouble(), expected.dup('c').data().asDouble(), tolerance);
  }

  private static void same(String what, double[][] found, double[][] expected, double tolerance) {
    assertThat(found.length).as(what).isEqualTo(expected.length);
    for (int i = 0; i < found.length; i++) {
      same(what, found[i], expected[i], tolerance);
    }
  }

  private static void same(String what, double[] found, double[] expected, double tolerance) {
    assertThat(found.length).as(what).isEqualTo(expected.length);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as("%s[%d]", what, i).isCloseTo(expected[i], within(tolerance));
    }
  }
}
