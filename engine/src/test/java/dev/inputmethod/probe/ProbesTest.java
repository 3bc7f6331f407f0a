package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Spectra;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private static final Batch BATCH =
      new SymbolBatch(3, new int[] {1, 2, 3, 4, 5, 6}, new int[] {4, 1}, new int[2]);

  private static NextWordModel model() {
    return NextWordModel.initial(
        ProbeModels.settings(Cell.LSTM, 2, 5, Direction.BIDIRECTIONAL),
        TinySettings.training(1, 0.1, Optimizer.SGD),
        Signature.ofWords(7),
        5);
  }

  @Test
  void everything_is_measured_at_first_and_with_the_best_parameters() {
    try (NextWordModel model = model()) {
      List<Measurement> told = new ArrayList<>();
      Probes probes = new Probes(List.of(BATCH), 5);
      probes.initial(model, told::add);
      probes.interval(model, 1, 5, told::add);
      probes.best(model, 1, 10, told::add);
      assertThat(told)
          .extracting(it -> it.getClass().getSimpleName())
          .containsExactly(
              "Reach",
              "Saturation",
              "Spectra",
              "Reach",
              "Saturation",
              "Reach",
              "Saturation",
              "Spectra");
      Spectra best = (Spectra) told.get(7);
      assertThat(best.moment()).isEqualTo(Moment.BEST);
      assertThat(best.step()).isEqualTo(10);
      assertThat(best.places()).hasSize(4);
      PlaceSpectra place = best.places().get(1);
      assertThat(place.direction().word()).isEqualTo("backward");
      assertThat(place.recurrent()).containsOnlyKeys("input", "forget", "candidate", "output");
      assertThat(place.jacobian().matrices()).isEqualTo(2);
      assertThat(place.jacobian().examples()).isEqualTo(2);
      assertThat(place.jacobian().spectralRadius())
          .isPositive()
          .isLessThanOrEqualTo(place.jacobian().highestSingularValue());
      assertThat(place.jacobian().lyapunov())
          .isLessThanOrEqualTo(Math.log(place.jacobian().highestSingularValue()) + 0.5)
          .isFinite();
    }
  }

  @Test
  void spectra_are_taken_more_rarely_the_more_they_cost() {
    try (NextWordModel model = model()) {
      assertThat(epochsOf40Steps(model, 5)).startsWith(3, 6, 9).hasSize(33);
      assertThat(epochsOf40Steps(model, 64)).containsExactly(13, 26, 39, 52, 65, 78, 91);
      assertThat(epochsOf40Steps(model, 128)).containsExactly(50, 100);
    }
  }

  private static List<Integer> epochsOf40Steps(NextWordModel model, int hiddenSize) {
    List<Integer> measured = new ArrayList<>();
    Probes probes = new Probes(List.of(BATCH), hiddenSize);
    for (int epoch = 1; epoch <= 100; epoch++) {
      probes.epochEnd(model, epoch, 40L * epoch, it -> measured.add(it.epoch()));
    }
    return measured;
  }

  @Test
  void without_full_contexts_nothing_is_probed() {
    try (NextWordModel model = model()) {
      Probes probes = new Probes(List.of(), 5);
      probes.initial(model, told -> assertThat(told).isNull());
      probes.epochEnd(model, 1, 5, told -> assertThat(told).isNull());
    }
  }

  @Test
  void a_context_of_one_word_has_no_jacobian() {
    try (NextWordModel model = model()) {
      List<Measurement> told = new ArrayList<>();
      new Probes(List.of(new SymbolBatch(1, new int[] {1, 2}, new int[] {3, 4}, new int[2])), 5)
          .initial(model, told::add);
      Spectra spectra = (Spectra) told.get(2);
      assertThat(spectra.places().get(0).jacobian().matrices()).isZero();
      assertThat(spectra.places().get(0).jacobian().lyapunov()).isNaN();
    }
  }
}
