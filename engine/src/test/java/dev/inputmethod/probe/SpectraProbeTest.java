package dev.inputmethod.probe;

import static dev.inputmethod.reports.record.Direction.BACKWARD;
import static dev.inputmethod.reports.record.Direction.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.layer.ParameterNames;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement.JacobianSpectrum;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Spectra;
import dev.inputmethod.reports.record.Measurement.Spectrum;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Spectra of weights for which they are known: all parameters but the recurrent weights are 0, so
 * that h and c are 0, every sigmoid gate is ½ and every candidate 0.
 */
class SpectraProbeTest {
  private static final int HIDDEN = 2;
  private static final int WORDS = 7;
  private static final Batch BATCH =
      new SymbolBatch(
          6, new int[] {1, 2, 3, 4, 5, 6, 5, 6, 2, 1, 3, 3}, new int[] {4, 1}, new int[2]);

  /** One number less than there are steps. */
  private static final int FACTORS = 5;

  @TempDir private Path directory;

  /** J = R, of each direction its own. */
  @ParameterizedTest
  @EnumSource(names = {"ADAM", "SGD"})
  void of_a_plain_network(Optimizer optimizer) throws IOException {
    List<PlaceSpectra> places =
        measured(
            Cell.RNN,
            Direction.BIDIRECTIONAL,
            optimizer,
            Map.of(
                "recurrent1.forward.recurrentWeight", new float[] {0, -0.75f, 0.75f, 0},
                "recurrent1.backward.recurrentWeight", new float[] {0.25f, 0, 0, -0.5f}));

    assertThat(places)
        .extracting(PlaceSpectra::direction)
        .containsExactlyInAnyOrder(FORWARD, BACKWARD);
    for (PlaceSpectra place : places) {
      double all = place.direction() == FORWARD ? 0.75 : 0.5;
      isSpectrum(place, "state", all, all);
      isJacobian(place.jacobian(), all, all, Math.log(all));
    }
  }

  /**
   * J = (oi·R, of; i·R, f) = (o; 1)·(i·R, f) with R the candidate's. For R = r·E its only
   * eigenvalue besides 0 is λ = oir + f, its norm σ = √(o² + 1)·√(i²r² + f²), and that of Jⁿ is
   * λⁿ⁻¹·σ.
   */
  @ParameterizedTest
  @EnumSource(names = {"ADAM", "SGD"})
  void of_an_lstm(Optimizer optimizer) throws IOException {
    float[] weight = {3, 0, 0, -1, /**/ 0, 2, 0, 0, /**/ 0.8f, 0, 0, 0.8f, /**/ 1, 1, 0, 1};
    PlaceSpectra place = measured(Cell.LSTM, optimizer, weight);

    isSpectrum(place, "input", 3, 3);
    isSpectrum(place, "forget", 2, 0);
    isSpectrum(place, "candidate", 0.8, 0.8);
    isSpectrum(place, "output", (1 + Math.sqrt(5)) / 2, 1);
    double radius = 0.25 * 0.8 + 0.5;
    double norm = Math.sqrt(1.25) * Math.hypot(0.5 * 0.8, 0.5);
    double lyapunov = ((FACTORS - 1) * Math.log(radius) + Math.log(norm)) / FACTORS;
    isJacobian(place.jacobian(), norm, radius, lyapunov);
  }

  /**
   * J = z·E + (1 − z)·r·R with R the candidate's, here ½·(1, 2; 0, 1). The norm of (1, a; 0, 1) is
   * (a + √(a² + 4))/2, and its nth power has n·a for a.
   */
  @ParameterizedTest
  @EnumSource(names = {"ADAM", "SGD"})
  void of_a_gru(Optimizer optimizer) throws IOException {
    float[] weight = {3, 0, 0, -1, /**/ 0, -2, 2, 0, /**/ 0, 4, 0, 0};
    PlaceSpectra place = measured(Cell.GRU, optimizer, weight);

    isSpectrum(place, "reset", 3, 3);
    isSpectrum(place, "update", 2, 2);
    isSpectrum(place, "candidate", 4, 0);
    double lyapunov = (Math.log(shear(2 * FACTORS)) - FACTORS * Math.log(2)) / FACTORS;
    isJacobian(place.jacobian(), shear(2) / 2, 0.5, lyapunov);
  }

  private static double shear(double a) {
    return (a + Math.sqrt(a * a + 4)) / 2;
  }

  private static void isSpectrum(PlaceSpectra place, String gate, double norm, double radius) {
    Spectrum spectrum = Objects.requireNonNull(place.recurrent().get(gate), gate);
    assertThat(spectrum.largestSingularValue()).as(gate).isCloseTo(norm, within(1e-6));
    assertThat(spectrum.spectralRadius()).as(gate).isCloseTo(radius, within(1e-6));
  }

  private static void isJacobian(
      JacobianSpectrum jacobian, double norm, double radius, double lyapunov) {
    assertThat(jacobian.largestSingularValue()).isCloseTo(norm, within(1e-6));
    assertThat(jacobian.highestSingularValue()).isCloseTo(norm, within(1e-6));
    assertThat(jacobian.spectralRadius()).isCloseTo(radius, within(1e-6));
    assertThat(jacobian.highestSpectralRadius()).isCloseTo(radius, within(1e-6));
    assertThat(jacobian.examples()).isEqualTo(2);
    assertThat(jacobian.lyapunov()).isCloseTo(lyapunov, within(1e-6));
  }

  private PlaceSpectra measured(Cell cell, Optimizer optimizer, float[] weight) throws IOException {
    return measured(
            cell,
            Direction.FORWARD,
            optimizer,
            Map.of("recurrent1.forward.recurrentWeight", weight))
        .get(0);
  }

  private List<PlaceSpectra> measured(
      Cell cell, Direction direction, Optimizer optimizer, Map<String, float[]> weights)
      throws IOException {
    ModelSettings settings = ProbeModels.settings(cell, 1, HIDDEN, direction);
    TrainingSettings training = TinySettings.training(1, 0.1, optimizer);
    Path file = directory.resolve("model.zip");
    try (NextWordModel drawn =
        NextWordModel.initial(settings, training, Signature.ofWords(WORDS), 1)) {
      drawn.save(file);
    }
    MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
    network.params().assign(0);
    Map<String, INDArray> parameters = ParameterNames.parameters(network);
    weights.forEach(
        (name, weight) -> {
          INDArray view = Objects.requireNonNull(parameters.get(name), name);
          view.assign(Nd4j.createFromArray(weight).reshape('c', view.shape()));
        });
    ModelSerializer.writeModel(network, file.toFile(), false);
    try (NextWordModel model =
        NextWordModel.load(file, settings, training, Signature.ofWords(WORDS))) {
      return ((Spectra) new SpectraProbe(BATCH).measure(model, 0, 0, Moment.INITIAL).orElseThrow())
          .places();
    }
  }
}
