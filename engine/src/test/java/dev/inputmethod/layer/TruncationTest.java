package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Truncated backpropagation through time: the state goes on, the gradient does not. */
@ExtendWith(DoublePrecision.class)
class TruncationTest {
  private static final int BATCH = 3;
  private static final int TIME = 7;

  private static MultiLayerNetwork network(Cell cell, int truncation, boolean bidirectional) {
    TestNetwork settings = TestNetwork.of(cell, 2, bidirectional);
    settings.truncation = truncation;
    settings.forgetBias = 1;
    return settings.build();
  }

  private static INDArray words() {
    return TestWords.draw(BATCH, TIME, 6, 31);
  }

  private static INDArray from(INDArray matrix, int from, int to) {
    return matrix.get(all(), interval(from, to)).dup('c');
  }

  private static INDArray gradient(MultiLayerNetwork network, INDArray words, INDArray targets) {
    network.setInput(words);
    network.setLabels(targets);
    network.computeGradientAndScore();
    return network.getFlattenedGradients().dup();
  }

  @ParameterizedTest
  @EnumSource
  void pieces_as_long_as_the_context_or_longer_give_the_full_gradient(Cell cell) {
    for (boolean every : new boolean[] {false, true}) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        if (every && bidirectional) {
          continue;
        }
        INDArray targets = TestWords.draw(BATCH, every ? TIME : 1, 6, 32);
        MultiLayerNetwork full = network(cell, 0, bidirectional);
        if (every) {
          TargetSteps.every(full);
        }
        INDArray expected = gradient(full, words(), targets);
        for (int steps : new int[] {TIME, TIME + 1, 100}) {
          MultiLayerNetwork truncated = network(cell, steps, bidirectional);
          if (every) {
            TargetSteps.every(truncated);
          }
          assertThat(gradient(truncated, words(), targets)).isEqualTo(expected);
        }
        assertThat(gradient(network(cell, TIME, bidirectional), words(), from(targets, 0, 1)))
            .isNotEqualTo(
                gradient(network(cell, TIME - 1, bidirectional), words(), from(targets, 0, 1)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void with_one_target_the_last_steps_learn_from_the_state_that_was_carried_to_them(Cell cell) {
    INDArray targets = TestWords.draw(BATCH, 1, 6, 33);
    for (int steps = 1; steps < TIME; steps++) {
      MultiLayerNetwork plain = network(cell, 0, false);
      plain.output(from(words(), 0, TIME - steps));
      RecurrentState.finalOf(plain).startIn(plain);
      gradient(plain, from(words(), TIME - steps, TIME), targets);

      MultiLayerNetwork truncated = network(cell, steps, false);
      gradient(truncated, words(), targets);
      assertSameGradients(truncated, plain);
    }
  }

  /** But for the embedding's order of additions they are the same numbers. */
  private static void assertSameGradients(MultiLayerNetwork one, MultiLayerNetwork other) {
    assertThat(one.getFlattenedGradients().equalsWithEps(other.getFlattenedGradients(), 1e-12))
        .isTrue();
  }

  @Test
  void with_one_target_no_word_before_the_last_steps_gets_a_gradient() {
    for (Cell cell : Cell.values()) {
      MultiLayerNetwork network = network(cell, 3, false);
      CapturedGradients seen = new CapturedGradients();
      RecurrentLayers.observe(network, seen);
      gradient(network, words(), TestWords.draw(BATCH, 1, 6, 33));
      for (double[] norms : seen.words) {
        for (int t = 0; t < TIME - 3; t++) {
          assertThat(norms[t]).isZero();
        }
        assertThat(norms[TIME - 1]).isPositive();
      }
      for (int t = 0; t < TIME - 3; t++) {
        assertThat(seen.hidden(1, false)[0][t]).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void with_targets_at_every_step_pieces_are_counted_from_the_first(Cell cell) {
    int steps = 3;
    INDArray targets = TestWords.draw(BATCH, TIME, 6, 34);
    MultiLayerNetwork plain = network(cell, 0, false);
    TargetSteps.every(plain);
    INDArray sum = Nd4j.zeros(1, plain.numParams());
    for (int start = 0; start < TIME; start += steps) {
      int end = Math.min(TIME, start + steps);
      INDArray piece = gradient(plain, from(words(), start, end), from(targets, start, end));
      sum.addi(piece.reshape(sum.shape()).mul((double) (end - start) / TIME));
      RecurrentState.finalOf(plain).startIn(plain);
    }
    MultiLayerNetwork truncated = network(cell, steps, false);
    TargetSteps.every(truncated);
    INDArray whole = gradient(truncated, words(), targets).reshape(sum.shape());
    assertThat(whole.equalsWithEps(sum, 1e-12)).isTrue();
    assertThat(whole.equalsWithEps(gradient(plain, words(), targets).reshape(sum.shape()), 1e-9))
        .isFalse();
  }

  @Test
  void padding_is_refused() {
    MultiLayerNetwork network = network(Cell.GRU, 2, false);
    Optional<INDArray> mask = Optional.of(Nd4j.ones(BATCH, TIME));
    assertThatThrownBy(() -> LogProbabilities.of(network, words(), mask))
        .hasMessageContaining("no mask");
  }

  @Test
  void boundaries_are_where_they_are_said_to_be() {
    assertThat(cuts(new Truncation(3, false))).isEqualTo(".|..|..");
    assertThat(cuts(new Truncation(3, true))).isEqualTo("...|..|");
    assertThat(cuts(new Truncation(0, true))).isEqualTo(".......");
    assertThat(cuts(new Truncation(7, false))).isEqualTo(".......");
  }

  private static String cuts(Truncation truncation) {
    StringBuilder text = new StringBuilder();
    for (int nth = 0; nth < TIME; nth++) {
      text.append(truncation.cutsBefore(nth, TIME) ? '|' : '.');
    }
    return text.toString();
  }
}
