package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Norms are right also where the square of a number is no float: below 10⁻⁴⁵, above 10³⁸. */
class ExtremeNormsTest {
  private static final double TINY = 1e-20;
  private static final double HUGE = 1e20;

  /**
   * @param factor of the output weights, and so of the gradients below them
   * @param rate the learning rate, and so the size of an update
   */
  @ParameterizedTest
  @CsvSource({"1e-25, 0.001", "1e25, 0.001", "1, 1e-30", "1, 1e22"})
  void they_are_those_of_the_numbers_themselves(double factor, double rate) {
    TestNetwork shape = TestNetwork.of(Cell.RNN_RELU, 1, false);
    shape.type = DataType.FLOAT;
    shape.updater = new CorrectedAdam(rate);
    // An embedding of more than one part.
    shape.vocabulary = 7000;
    List<Double> fast = norms(FastNetwork.initial(shape.configuration()), factor, true);
    assertThat(fast).anyMatch(norm -> (norm > 0 && norm < TINY) || norm > HUGE);
    assertThat(norms(FastNetwork.initial(shape.configuration()), factor, false)).isEqualTo(fast);
    List<Double> reference = norms(shape.build(), factor, true);
    for (int i = 0; i < fast.size(); i++) {
      assertThat(fast.get(i)).isCloseTo(reference.get(i), within(1e-3 * reference.get(i)));
    }
  }

  /**
   * Of gradients, updates and parameters, each held to its own numbers; ND4J adds them up in single
   * precision.
   */
  private static List<Double> norms(MultiLayerNetwork network, double factor, boolean announced) {
    TestNetwork.parameter(network, "output.weight").muli(factor);
    network.setParams(network.params().dup());
    List<Double> norms = new ArrayList<>();
    network.setListeners(
        new BaseTrainingListener() {
          @Override
          public void onGradientCalculation(Model model) {
            if (announced && network instanceof FastNetwork fast) {
              fast.observeStep();
            }
            add(ParameterNames.valuesOfGradients(network), norms);
          }

          @Override
          public void iterationDone(Model model, int iteration, int epoch) {
            add(ParameterNames.valuesOfUpdates(network), norms);
            add(ParameterNames.valuesOfParameters(network), norms);
          }
        });
    network.fit(
        TestWords.draw(8, 4, 7000, 1).castTo(DataType.FLOAT),
        TestWords.draw(8, 1, 7000, 2).castTo(DataType.FLOAT));
    return norms;
  }

  private static void add(ParameterValues values, List<Double> norms) {
    for (String name : values.names()) {
      double squares = 0;
      for (float value : values.copy(name)) {
        squares += (double) value * value;
      }
      double norm = values.norm(name);
      assertThat(norm).as(name).isFinite().isCloseTo(Math.sqrt(squares), within(1e-4 * norm));
      norms.add(norm);
    }
  }
}
