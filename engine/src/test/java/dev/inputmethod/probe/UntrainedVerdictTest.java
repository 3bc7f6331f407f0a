package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.gradient.Evidence;
import dev.inputmethod.reports.gradient.Judge;
import dev.inputmethod.reports.gradient.SummaryCollector;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.reports.record.Verdict.Kind;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule copes with ordinary networks as they start, 128 units and 50 words. */
class UntrainedVerdictTest {
  private static final int CONTEXT = 50;
  private static final int WORDS = 60;
  private static final int EXAMPLES = 24;

  @ParameterizedTest
  @CsvSource({
    "RNN, 1, 1e-16, 1e-12, SHORT_REACH",
    "LSTM, 0, 1e-13, 1e-10, SHORT_REACH",
    "LSTM, 1, 1e-6, 1e-4, SHORT_REACH",
    "LSTM, 4.6, 0.1, 1, HEALTHY"
  })
  void an_untrained_network_is_not_called_vanishing_by_its_small_ratio_alone(
      Cell cell, double forgetBias, double least, double most, Kind kind) {
    Reach reach = measured(cell, forgetBias);
    List<Double> hidden = reach.hidden().get(0).norms();
    assertThat(hidden.get(CONTEXT - 1) / hidden.get(0)).isBetween(least, most);

    assertThat(judge(reach, Evidence.NONE).kind()).isEqualTo(kind);
    KnownAnswer guess = new KnownAnswer("mean squared error", 0.17, 1 / 6.0);
    Evidence untrained =
        new Evidence(Optional.empty(), Optional.of(guess), Optional.empty(), false);
    assertThat(judge(reach, untrained).kind())
        .isEqualTo(kind == Kind.HEALTHY ? kind : Kind.VANISHING);
  }

  private static Verdict judge(Reach reach, Evidence evidence) {
    SummaryCollector collector = new SummaryCollector(CONTEXT, CONTEXT);
    collector.add(reach);
    GradientSummary summary = collector.summary();
    return new Judge(Thresholds.STANDARD).judge(summary, new Configuration(Map.of()), evidence);
  }

  private static Reach measured(Cell cell, double forgetBias) {
    Random random = new Random(1);
    Batch batch =
        new SymbolBatch(
            CONTEXT,
            random.ints((long) EXAMPLES * CONTEXT, 1, WORDS).toArray(),
            random.ints(EXAMPLES, 1, WORDS).toArray(),
            new int[EXAMPLES]);
    try (NextWordModel model =
        NextWordModel.initial(
            new ModelBuilder().sizes(64, 128).cell(cell).forgetBias(forgetBias).build(),
            TinySettings.training(1, 0.1, Optimizer.SGD),
            Signature.ofWords(WORDS),
            1)) {
      return (Reach) new ReachProbe(List.of(batch)).measure(model, 0, 0, Moment.INITIAL).get(0);
    }
  }
}
