package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.PrintMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Attention over the states of the last layer. */
@ExtendWith(DoublePrecision.class)
class StateAttentionTest {
  private static final int BATCH = 2;
  private static final int TIME = 4;

  private static TestNetwork settings(AttentionScore score, Cell cell, boolean bidirectional) {
    TestNetwork settings = TestNetwork.of(cell, 1, bidirectional);
    settings.attention = Optional.of(score);
    settings.vocabulary = 5;
    settings.embedding = 2;
    return settings;
  }

  private static INDArray words() {
    return TestWords.draw(BATCH, TIME, 5, 21);
  }

  private static MLNConfig check(MultiLayerNetwork network, INDArray targets) {
    return new MLNConfig()
        .net(network)
        .input(words())
        .labels(targets)
        .subset(true)
        .maxPerParam(6)
        .epsilon(1e-6)
        .maxRelError(1e-6)
        .minAbsoluteError(1e-9)
        .print(PrintMode.FAILURES_ONLY)
        .exitOnFirstError(true);
  }

  private static INDArray lengths(int first) {
    INDArray mask = Nd4j.ones(BATCH, TIME);
    for (int t = first; t < TIME; t++) {
      mask.putScalar(0, t, 0);
    }
    return mask;
  }

  @ParameterizedTest
  @EnumSource
  void gradients_agree_with_finite_differences(AttentionScore score) {
    INDArray targets = TestWords.draw(BATCH, 1, 5, 22);
    for (boolean bidirectional : new boolean[] {false, true}) {
      MultiLayerNetwork network = settings(score, Cell.GRU, bidirectional).build();
      assertThat(GradientCheckUtil.checkGradients(check(network, targets))).isTrue();
      assertThat(GradientCheckUtil.checkGradients(check(network, targets).inputMask(lengths(2))))
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradients_with_a_target_at_every_step_agree_with_finite_differences(AttentionScore score) {
    MultiLayerNetwork network = settings(score, Cell.GRU, false).build();
    TargetSteps.every(network);
    INDArray targets = TestWords.draw(BATCH, TIME, 5, 23);
    assertThat(GradientCheckUtil.checkGradients(check(network, targets))).isTrue();
    assertThat(
            GradientCheckUtil.checkGradients(
                check(network, targets).inputMask(null).labelMask(lengths(3))))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void each_example_divides_one_among_its_real_steps(AttentionScore score) {
    MultiLayerNetwork network = settings(score, Cell.LSTM, true).build();
    LogProbabilities.of(network, words(), Optional.of(lengths(2)));
    double[][] weights = AttentionWeights.of(network).orElseThrow();
    assertThat(weights.length).isEqualTo(BATCH);
    for (double[] each : weights) {
      assertThat(each).hasSize(TIME);
      assertThat(java.util.Arrays.stream(each).sum()).isCloseTo(1, within(1e-12));
    }
    assertThat(weights[0][1]).isPositive();
    assertThat(weights[0][2]).isZero();
    assertThat(weights[1][3]).isPositive();
  }

  @Test
  void a_network_without_attention_has_no_weights() {
    assertThat(AttentionWeights.of(TestNetwork.of(Cell.GRU, 1, false).build())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void with_a_target_at_every_step_the_weights_are_those_of_the_last(AttentionScore score) {
    MultiLayerNetwork network = settings(score, Cell.LSTM, false).build();
    network.output(words());
    double[][] alone = AttentionWeights.of(network).orElseThrow();
    TargetSteps.every(network);
    network.output(words());
    assertThat(AttentionWeights.of(network).orElseThrow()).isDeepEqualTo(alone);
  }

  @Test
  void weights_before_any_pass_are_refused() {
    MultiLayerNetwork network = settings(AttentionScore.DOT, Cell.GRU, false).build();
    assertThatThrownBy(() -> AttentionWeights.of(network)).hasMessageContaining("no forward pass");
  }

  @Test
  void the_output_sees_the_final_state_and_the_attended_context() {
    MultiLayerNetwork network = settings(AttentionScore.DOT, Cell.GRU, false).build();
    List<INDArray> activations = network.feedForwardToLayer(2, words(), false);
    INDArray states = activations.get(2);
    double[][] weights = AttentionWeights.of(network).orElseThrow();
    for (int example = 0; example < BATCH; example++) {
      double[] scores = new double[TIME];
      double sum = 0;
      for (int t = 0; t < TIME; t++) {
        for (int i = 0; i < 3; i++) {
          scores[t] +=
              states.getDouble(example, i, t)
                  * states.getDouble(example, i, TIME - 1)
                  / Math.sqrt(3);
        }
        sum += Math.exp(scores[t]);
      }
      for (int i = 0; i < 3; i++) {
        double context = 0;
        for (int t = 0; t < TIME; t++) {
          assertThat(weights[example][t]).isCloseTo(Math.exp(scores[t]) / sum, within(1e-12));
          context += weights[example][t] * states.getDouble(example, i, t);
        }
        assertThat(activations.get(3).getDouble(example, i))
            .isEqualTo(states.getDouble(example, i, TIME - 1));
        assertThat(activations.get(3).getDouble(example, 3 + i)).isCloseTo(context, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_saved_network_predicts_the_same_when_loaded(AttentionScore score, @TempDir Path folder)
      throws IOException {
    TestNetwork settings = settings(score, Cell.LSTM, true);
    settings.updater = new Adam(0.05);
    MultiLayerNetwork network = settings.build();
    for (int step = 0; step < 3; step++) {
      network.fit(words(), TestWords.draw(BATCH, 1, 5, 22));
    }
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(network, file.toFile(), true);
    MultiLayerNetwork loaded = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
    assertThat(loaded.getLayerWiseConfigurations()).isEqualTo(network.getLayerWiseConfigurations());
    assertThat(loaded.output(words())).isEqualTo(network.output(words()));
  }

  @Test
  void its_parameters_have_names() {
    assertThat(
            ParameterNames.gradients(settings(AttentionScore.ADDITIVE, Cell.GRU, false).build())
                .keySet())
        .contains(
            "attention.queryWeight",
            "attention.keyWeight",
            "attention.bias",
            "attention.scoreWeight");
    assertThat(
            ParameterNames.gradients(settings(AttentionScore.DOT, Cell.GRU, false).build())
                .keySet())
        .noneMatch(name -> name.startsWith("attention"));
  }

  @Test
  void attention_gives_every_word_a_gradient_that_leads_through_no_other_state() {
    TestNetwork settings = settings(AttentionScore.DOT, Cell.RNN_TANH, false);
    MultiLayerNetwork network = settings.build();
    // Without recurrent weights nothing else does.
    TestNetwork.parameter(network, "recurrent1.forward.recurrentWeight").assign(0);
    CapturedGradients seen = new CapturedGradients();
    RecurrentLayers.observe(network, seen);
    network.setInput(words());
    network.setLabels(TestWords.draw(BATCH, 1, 5, 22));
    network.computeGradientAndScore();
    for (double norm : seen.words[0]) {
      assertThat(norm).isGreaterThan(1e-6);
    }
  }
}
