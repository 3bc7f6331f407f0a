package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One network with a target after the last step, or at every one. */
@ExtendWith(DoublePrecision.class)
class TargetStepsTest {
  private static final int BATCH = 2;
  private static final int TIME = 5;

  record Network(Cell cell, Optional<AttentionScore> attention) {
    MultiLayerNetwork build() {
      TestNetwork settings = TestNetwork.of(cell, 2, false);
      settings.attention = attention;
      return settings.build();
    }
  }

  static List<Network> networks() {
    List<Network> networks = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      networks.add(new Network(cell, Optional.empty()));
      networks.add(new Network(cell, Optional.of(AttentionScore.DOT)));
      networks.add(new Network(cell, Optional.of(AttentionScore.ADDITIVE)));
    }
    return networks;
  }

  private static INDArray words() {
    return TestWords.draw(BATCH, TIME, 6, 41);
  }

  private static INDArray outputs(MultiLayerNetwork network, INDArray words) {
    return LogProbabilities.of(network, words, Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void a_changed_word_changes_no_earlier_output(Network settings) {
    MultiLayerNetwork network = settings.build();
    TargetSteps.every(network);
    INDArray before = outputs(network, words()).dup();
    for (int changed = 0; changed < TIME; changed++) {
      INDArray other = words();
      other.putScalar(0, changed, (other.getInt(0, changed) + 1) % 6);
      INDArray after = outputs(network, other).dup();
      for (int t = 0; t < TIME; t++) {
        INDArray one = before.get(point(0), all(), point(t));
        assertThat(after.get(point(0), all(), point(t)).equals(one)).isEqualTo(t < changed);
        assertThat(after.get(point(1), all(), point(t)))
            .isEqualTo(before.get(point(1), all(), point(t)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void every_step_gives_what_it_would_give_as_the_last(Network settings) {
    MultiLayerNetwork network = settings.build();
    TargetSteps.every(network);
    INDArray every = outputs(network, words()).dup();
    TargetSteps.last(network);
    for (int t = 0; t < TIME; t++) {
      INDArray last = outputs(network, words().get(all(), interval(0, t + 1)).dup('c'));
      assertThat(every.get(all(), all(), point(t)).equalsWithEps(last, 1e-12)).isTrue();
    }
  }

  @Test
  void the_gradient_is_that_of_a_network_that_lets_every_state_pass() {
    TestNetwork settings = TestNetwork.of(Cell.LSTM, 2, false);
    MultiLayerNetwork switched = settings.build();
    TargetSteps.every(switched);
    settings.everyStep = true;
    MultiLayerNetwork without = settings.build();
    for (MultiLayerNetwork network : List.of(switched, without)) {
      network.setInput(words());
      network.setLabels(TestWords.draw(BATCH, TIME, 6, 42));
      network.computeGradientAndScore();
    }
    assertThat(switched.params()).isEqualTo(without.params());
    assertThat(switched.getFlattenedGradients()).isEqualTo(without.getFlattenedGradients());
    assertThat(switched.score()).isEqualTo(without.score());
  }

  @Test
  void a_bidirectional_network_is_refused() {
    MultiLayerNetwork network = TestNetwork.of(Cell.GRU, 1, true).build();
    assertThatThrownBy(() -> TargetSteps.every(network)).hasMessageContaining("would have to");
  }
}
