package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The layers as parts of a network of DL4J: counted, named, trained, saved, loaded. */
class NetworkTest {

  @ParameterizedTest
  @EnumSource
  void parameters_are_as_many_as_the_formula_says(Cell cell) {
    for (int layers = 1; layers <= 3; layers++) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (boolean bias : new boolean[] {false, true}) {
          TestNetwork settings = TestNetwork.of(cell, layers, bidirectional);
          settings.bias = bias;
          settings.embedding = 5;
          settings.hidden = 4;
          long expected = 6L * 5 + (settings.directions() * 4 + 1) * 6L;
          for (int layer = 0; layer < layers; layer++) {
            int width = layer == 0 ? 5 : settings.directions() * 4;
            int one = cell.gates() * 4 * (width + 4) + (bias ? 2 * cell.gates() * 4 : 0);
            expected += (long) settings.directions() * one;
          }
          assertThat(settings.build().numParams()).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_saved_network_predicts_the_same_when_loaded(Cell cell, @TempDir Path folder)
      throws IOException {
    TestNetwork settings = trainable(TestNetwork.of(cell, 2, true));
    settings.forgetBias = 1;
    settings.dropout = 0.25;
    MultiLayerNetwork network = settings.build();
    learn(network, 3);
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(network, file.toFile(), true);
    MultiLayerNetwork loaded = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);

    assertThat(loaded.getLayerWiseConfigurations()).isEqualTo(network.getLayerWiseConfigurations());
    assertThat(loaded.output(words())).isEqualTo(network.output(words()));
    RecurrentLayers.seedDropout(network, 9);
    RecurrentLayers.seedDropout(loaded, 9);
    learn(network, 1);
    learn(loaded, 1);
    assertThat(loaded.params()).isEqualTo(network.params());
  }

  @Test
  void every_setting_of_a_layer_is_saved() {
    TestNetwork settings = TestNetwork.of(Cell.GRU, 2, true);
    settings.bias = false;
    settings.forgetBias = 0.5;
    settings.dropout = 0.25;
    settings.chrono = 30;
    settings.truncation = 7;
    settings.initialisation = StateInitialisation.ORTHOGONAL;
    MultiLayerConfiguration read =
        MultiLayerConfiguration.fromJson(settings.configuration().toJson());
    Recurrent upper = (Recurrent) read.getConf(2).getLayer();
    assertThat(upper.cell()).isEqualTo(Cell.GRU);
    assertThat(upper.bidirectional()).isTrue();
    assertThat(upper.hasBias()).isFalse();
    assertThat(upper.forgetBias()).isEqualTo(0.5);
    assertThat(upper.dropout()).isEqualTo(0.25);
    assertThat(upper.chronoSteps()).isEqualTo(30);
    assertThat(upper.truncation()).isEqualTo(7);
    assertThat(upper.stateInitialisation()).isEqualTo(StateInitialisation.ORTHOGONAL);
    assertThat(upper).isEqualTo(settings.configuration().getConf(2).getLayer());
    assertThat(((FinalState) read.getConf(3).getLayer()).bidirectional()).isTrue();
  }

  @Test
  void untrained_loss_is_nearly_that_of_guessing() {
    TestNetwork settings = TestNetwork.of(Cell.LSTM, 1, false);
    settings.vocabulary = 200;
    settings.hidden = 32;
    MultiLayerNetwork network = settings.build();
    DataSet data = new DataSet(TestWords.draw(64, 4, 200, 1), TestWords.draw(64, 1, 200, 2));
    assertThat(network.score(data)).isCloseTo(Math.log(200), within(0.1));
  }

  @ParameterizedTest
  @EnumSource
  void a_few_windows_are_learnt_by_heart(Cell cell) {
    TestNetwork settings = trainable(TestNetwork.of(cell, 1, false));
    settings.hidden = 16;
    MultiLayerNetwork network = settings.build();
    learn(network, 150);
    assertThat(network.score(new DataSet(words(), targets()))).isLessThan(0.05);
    assertThat(network.output(words()).argMax(1).toIntVector())
        .isEqualTo(targets().reshape(4).toIntVector());
  }

  @Test
  void the_score_of_a_step_is_the_loss_before_it() {
    MultiLayerNetwork network = trainable(TestNetwork.of(Cell.GRU, 1, true)).build();
    double before = network.score(new DataSet(words(), targets()));
    learn(network, 1);
    assertThat(network.score()).isCloseTo(before, within(1e-6));
    assertThat(network.score(new DataSet(words(), targets()))).isLessThan(before);
  }

  @Test
  void the_same_seed_gives_the_same_network_and_the_same_training() {
    TestNetwork settings = trainable(TestNetwork.of(Cell.LSTM, 2, true));
    settings.dropout = 0.5;
    MultiLayerNetwork one = settings.build();
    MultiLayerNetwork other = settings.build();
    assertThat(other.params()).isEqualTo(one.params());
    learn(one, 3);
    Nd4j.rand(7, 7);
    learn(other, 3);
    assertThat(other.params()).isEqualTo(one.params());
    settings.seed = 8;
    assertThat(settings.build().params()).isNotEqualTo(one.params());
  }

  @Test
  void initial_values_are_pytorchs_and_the_forget_bias_is_added_once() {
    TestNetwork settings = TestNetwork.of(Cell.LSTM, 1, false);
    settings.vocabulary = 500;
    settings.embedding = 16;
    settings.hidden = 25;
    settings.forgetBias = 10;
    MultiLayerNetwork network = settings.build();
    INDArray words = TestNetwork.parameter(network, "embedding.weight");
    assertThat(words.meanNumber().doubleValue()).isCloseTo(0, within(0.05));
    assertThat(words.stdNumber().doubleValue()).isCloseTo(1, within(0.05));
    assertUniform(TestNetwork.parameter(network, "recurrent1.forward.inputWeight"), 0.2);
    assertUniform(TestNetwork.parameter(network, "recurrent1.forward.recurrentWeight"), 0.2);
    assertUniform(TestNetwork.parameter(network, "output.weight"), 0.2);
    assertUniform(TestNetwork.parameter(network, "recurrent1.forward.recurrentBias"), 0.2);
    double[] bias =
        TestNetwork.parameter(network, "recurrent1.forward.inputBias").dup().data().asDouble();
    for (int i = 0; i < bias.length; i++) {
      boolean forget = i >= 25 && i < 50;
      assertThat(bias[i]).isBetween(forget ? 9.8 : -0.2, forget ? 10.2 : 0.2);
    }
  }

  private static void assertUniform(INDArray values, double bound) {
    assertThat(Transforms.abs(values).maxNumber().doubleValue()).isBetween(0.9 * bound, bound);
    assertThat(values.stdNumber().doubleValue()).isCloseTo(bound / Math.sqrt(3), within(0.02));
  }

  @Test
  void parameters_and_gradients_have_names_in_the_networks_order() {
    MultiLayerNetwork network = TestNetwork.of(Cell.GRU, 2, true).build();
    Map<String, INDArray> parameters = ParameterNames.parameters(network);
    assertThat(parameters.keySet())
        .containsExactly(
            "embedding.weight",
            "recurrent1.forward.inputWeight",
            "recurrent1.forward.recurrentWeight",
            "recurrent1.forward.inputBias",
            "recurrent1.forward.recurrentBias",
            "recurrent1.backward.inputWeight",
            "recurrent1.backward.recurrentWeight",
            "recurrent1.backward.inputBias",
            "recurrent1.backward.recurrentBias",
            "recurrent2.forward.inputWeight",
            "recurrent2.forward.recurrentWeight",
            "recurrent2.forward.inputBias",
            "recurrent2.forward.recurrentBias",
            "recurrent2.backward.inputWeight",
            "recurrent2.backward.recurrentWeight",
            "recurrent2.backward.inputBias",
            "recurrent2.backward.recurrentBias",
            "output.weight",
            "output.bias");
    assertThat(ParameterNames.gradients(network).keySet())
        .containsExactlyElementsOf(parameters.keySet());
    network.params().assign(4);
    assertThat(TestNetwork.parameter(network, "output.bias").meanNumber().doubleValue())
        .isEqualTo(4);
  }

  @Test
  void gradients_are_those_of_the_mean_loss() {
    MultiLayerNetwork network = TestNetwork.of(Cell.RNN_TANH, 1, false).build();
    gradient(network, words(), targets());
    INDArray once = network.getFlattenedGradients().dup();
    gradient(network, Nd4j.vstack(words(), words()), Nd4j.vstack(targets(), targets()));
    assertThat(network.getFlattenedGradients().equalsWithEps(once, 1e-12)).isTrue();
  }

  @Test
  void dropout_repeats_with_its_seed_and_is_off_in_inference() {
    TestNetwork settings = TestNetwork.of(Cell.LSTM, 2, false);
    settings.dropout = 0.5;
    MultiLayerNetwork network = settings.build();
    RecurrentLayers.seedDropout(network, 1);
    double first = trainingLoss(network);
    double second = trainingLoss(network);
    RecurrentLayers.seedDropout(network, 1);
    assertThat(trainingLoss(network)).isEqualTo(first);
    assertThat(trainingLoss(network)).isEqualTo(second);
    assertThat(second).isNotEqualTo(first);

    settings.dropout = 0;
    MultiLayerNetwork without = settings.build();
    without.setParams(network.params());
    assertThat(network.output(words())).isEqualTo(without.output(words()));
    assertThat(first).isNotEqualTo(trainingLoss(without));
  }

  @Test
  void dropout_keeps_the_mean() {
    InputDropout dropout = new InputDropout(0.25);
    dropout.seed(3);
    INDArray ones = Nd4j.ones(DataType.DOUBLE, 200, 200);
    INDArray left = ones.ulike();
    dropout.apply(ones, left);
    assertThat(left.meanNumber().doubleValue()).isCloseTo(1, within(0.02));
    assertThat(left.eq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue())
        .isCloseTo(0.25, within(0.02));
  }

  @Test
  void what_stands_at_padded_steps_does_not_matter() {
    MultiLayerNetwork network = TestNetwork.of(Cell.GRU, 2, true).build();
    Optional<INDArray> mask =
        Optional.of(
            Nd4j.createFromArray(new double[][] {{1, 1, 0}, {1, 1, 1}, {1, 0, 0}, {1, 1, 1}}));
    INDArray one = LogProbabilities.of(network, words(), mask);
    INDArray changed = words();
    changed.putScalar(0, 2, 5);
    changed.putScalar(2, 1, 5);
    assertThat(LogProbabilities.of(network, changed, mask)).isEqualTo(one);
    assertThat(LogProbabilities.of(network, changed, Optional.empty())).isNotEqualTo(one);
  }

  @Test
  void log_probabilities_are_the_logarithms_of_the_output() {
    for (boolean everyStep : new boolean[] {false, true}) {
      TestNetwork settings = TestNetwork.of(Cell.LSTM, 1, true);
      settings.everyStep = everyStep;
      MultiLayerNetwork network = settings.build();
      INDArray logarithms = LogProbabilities.of(network, words(), Optional.empty());
      INDArray probabilities = network.output(words());
      assertThat(Transforms.exp(logarithms).equalsWithEps(probabilities, 1e-12)).isTrue();
      assertThat(probabilities.sum(1).equalsWithEps(Nd4j.onesLike(probabilities.sum(1)), 1e-12))
          .isTrue();
    }
  }

  @Test
  void a_word_that_is_all_but_impossible_still_has_a_finite_loss() {
    TestNetwork settings = TestNetwork.of(Cell.LSTM, 1, false);
    settings.type = DataType.FLOAT;
    MultiLayerNetwork network = settings.build();
    TestNetwork.parameter(network, "output.bias").putScalar(0, 500);
    double loss = network.score(new DataSet(words(), Nd4j.ones(4, 1)));
    assertThat(loss).isCloseTo(500, within(2.0));
  }

  @Test
  void an_initial_state_is_where_the_first_step_starts() {
    for (Cell cell : Cell.values()) {
      MultiLayerNetwork network = TestNetwork.of(cell, 2, false).build();
      INDArray whole = network.output(words());
      network.output(words().get(all(), interval(0, 2)));
      RecurrentState.finalOf(network).startIn(network);
      INDArray last = words().get(all(), interval(2, 3));
      assertThat(network.output(last).equalsWithEps(whole, 1e-12)).isTrue();
      RecurrentState.startFromZeros(network);
      assertThat(network.output(words())).isEqualTo(whole);
    }
  }

  @Test
  void input_types_are_carried_through() {
    Recurrent recurrent = new Recurrent.Builder().nIn(3).nOut(4).bidirectional(true).build();
    InputType steps =
        new WordEmbedding.Builder()
            .nIn(9)
            .nOut(3)
            .build()
            .getOutputType(0, InputType.feedForward(5));
    InputType states = recurrent.getOutputType(1, steps);
    assertThat(states).isEqualTo(InputType.recurrent(8));
    assertThat(new FinalState.Builder().build().getOutputType(2, states))
        .isEqualTo(InputType.feedForward(8));
  }

  @Test
  void a_word_outside_of_the_vocabulary_is_refused() {
    MultiLayerNetwork network = TestNetwork.of(Cell.LSTM, 1, false).build();
    INDArray wrong = words();
    wrong.putScalar(1, 1, 6);
    assertThatThrownBy(() -> network.output(wrong))
        .hasMessageContaining("0 to 6 found, 0 to 5 allowed");
    assertThatThrownBy(() -> network.score(new DataSet(words(), targets().add(4))))
        .hasMessageContaining("target");
  }

  @Test
  void a_mask_that_is_padded_on_the_left_is_refused() {
    MultiLayerNetwork network = TestNetwork.of(Cell.LSTM, 1, false).build();
    Optional<INDArray> left =
        Optional.of(
            Nd4j.createFromArray(new double[][] {{0, 1, 1}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}}));
    assertThatThrownBy(() -> LogProbabilities.of(network, words(), left))
        .hasMessageContaining("the mask of example 0");
  }

  private static TestNetwork trainable(TestNetwork settings) {
    settings.type = DataType.FLOAT;
    settings.updater = new Adam(0.03);
    return settings;
  }

  private static void learn(MultiLayerNetwork network, int steps) {
    for (int step = 0; step < steps; step++) {
      network.fit(words(), targets());
    }
  }

  private static void gradient(MultiLayerNetwork network, INDArray words, INDArray targets) {
    network.setInput(words);
    network.setLabels(targets);
    network.computeGradientAndScore();
  }

  private static double trainingLoss(MultiLayerNetwork network) {
    gradient(network, words(), targets());
    return network.score();
  }

  private static INDArray words() {
    return Nd4j.createFromArray(new double[][] {{0, 1, 2}, {3, 4, 5}, {2, 2, 0}, {5, 1, 3}});
  }

  private static INDArray targets() {
    return Nd4j.createFromArray(new double[][] {{2}, {5}, {0}, {1}});
  }
}
