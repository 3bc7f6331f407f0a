package dev.inputmethod.reports.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Interval;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Metrics;
import dev.inputmethod.reports.record.ReachSummary;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Configuration RNN = configuration("model.cell", "rnn");
  private static final Judge JUDGE = new Judge(Thresholds.STANDARD);

  private static Configuration configuration(String path, Object value) {
    return new Configuration(Map.of(path, value));
  }

  private static ReachSummary ratio(double ratio) {
    return new ReachSummary(0.5, 0.5 * ratio, ratio, 0.5, 1, Optional.empty(), true);
  }

  private static GradientSummary summary(int context, ReachSummary reach, long examples) {
    return new GradientSummary(
        context,
        context,
        examples,
        Optional.of(reach),
        Optional.of(ratio(0.5)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Verdict judge(ReachSummary reach, Evidence evidence) {
    return JUDGE.judge(summary(50, reach, 256), RNN, evidence);
  }

  private static Evidence answer(double value, double baseline) {
    return new Evidence(
        Optional.empty(),
        Optional.of(new KnownAnswer("mean squared error", value, baseline)),
        Optional.empty(),
        false);
  }

  private static Evidence context(double gain, double spread) {
    return new Evidence(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ContextGain(50, 20, gain, spread)),
        false);
  }

  /** g(49)/g(0) of untrained networks: RNN, LSTM with forget bias 0, 1 and 4.6. */
  @ParameterizedTest
  @CsvSource({"1e-14", "8e-12", "1.5e-5"})
  void a_small_ratio_alone_is_a_short_reach(double ratio) {
    assertThat(judge(ratio(ratio), Evidence.NONE).kind()).isEqualTo(Kind.SHORT_REACH);
    assertThat(judge(ratio(ratio), answer(0.168, 0.1667)).kind()).isEqualTo(Kind.VANISHING);
    assertThat(judge(ratio(ratio), answer(0.005, 0.1667)).kind()).isEqualTo(Kind.SHORT_REACH);
    assertThat(judge(ratio(ratio), context(0.001, 0.01)).kind()).isEqualTo(Kind.VANISHING);
    assertThat(judge(ratio(ratio), context(-0.1, 0)).kind()).isEqualTo(Kind.VANISHING);
    assertThat(judge(ratio(ratio), context(0.1, 0.01)).kind()).isEqualTo(Kind.SHORT_REACH);
  }

  @Test
  void of_a_network_that_reads_both_ways_the_least_is_told() {
    Configuration bothWays = configuration("model.direction", "bidirectional");

    assertThat(JUDGE.judge(summary(50, ratio(1e-5), 256), bothWays, Evidence.NONE).reason())
        .startsWith(
            "At its least, up to 49 words back, the gradient norm at the embedded words is");
  }

  @Test
  void a_ratio_that_is_not_small_is_healthy_whatever_the_outcome() {
    assertThat(judge(ratio(0.32), Evidence.NONE).kind()).isEqualTo(Kind.HEALTHY);
    Verdict unlearned = judge(ratio(0.32), answer(0.168, 0.1667));
    assertThat(unlearned.kind()).isEqualTo(Kind.HEALTHY);
    assertThat(unlearned.advice()).contains("no more was learned").contains("training.epochs");
    assertThat(judge(ratio(0.32), answer(0.001, 0.1667)).advice()).contains("Nothing needs");
    assertThat(judge(ratio(1e-3), Evidence.NONE).kind()).isEqualTo(Kind.HEALTHY);
  }

  @Test
  void a_ratio_barely_above_the_threshold_is_told_apart_from_one_that_needs_no_change() {
    assertThat(judge(ratio(1.1e-3), Evidence.NONE).advice())
        .isEqualTo(
            "Close to the threshold, so before a longer data.contextLength try model.cell: gru or"
                + " lstm.");
    assertThat(judge(ratio(2.1e-3), Evidence.NONE).advice()).contains("Nothing needs");
  }

  private static boolean isWorse(
      LearnedTask task, double loss, String baseline, double baselineLoss) {
    String test = Metrics.test(task.lossMetric());
    return isWorse(task, Map.of(test, loss, Metrics.baseline(test, baseline), baselineLoss));
  }

  private static boolean isWorse(LearnedTask task, Map<String, Double> metrics) {
    return Evidence.isWorseThanUntrained(task, metric -> Optional.ofNullable(metrics.get(metric)));
  }

  @Test
  void what_predicts_worse_than_an_untrained_network_is_told_to_learn_more_slowly() {
    assertThat(isWorse(LearnedTask.NEXT_WORD, Map.of())).isFalse();
    assertThat(isWorse(LearnedTask.NEXT_WORD, 6.5, "uniform", 3.3)).isTrue();
    // Hardly trained, which is no divergence.
    assertThat(isWorse(LearnedTask.NEXT_WORD, 3.569, "uniform", 3.555)).isFalse();
    assertThat(isWorse(LearnedTask.COPY_MEMORY, 99, "memoryless", Math.log(8))).isTrue();
    assertThat(isWorse(LearnedTask.TEMPORAL_ORDER, 1.42, "memoryless", Math.log(4))).isFalse();
    // The number 0 for every sum has a squared error of 7/6.
    assertThat(isWorse(LearnedTask.ADDING, 7.2 / 6, "memoryless", 1.0 / 6)).isFalse();
    assertThat(isWorse(LearnedTask.ADDING, 8.0 / 6, "memoryless", 1.0 / 6)).isTrue();
    Evidence worse = new Evidence(Optional.empty(), Optional.empty(), Optional.empty(), true);
    for (double ratio : new double[] {1e-9, 0.32}) {
      assertThat(judge(ratio(ratio), worse).advice())
          .startsWith("Try a lower training.learningRate");
    }
  }

  @Test
  void luck_is_no_memory() {
    assertThat(judge(ratio(1e-9), answer(0.1650, 0.1667)).kind()).isEqualTo(Kind.VANISHING);
    assertThat(KnownAnswer.isLearned(0.91, 1)).isFalse();
    assertThat(KnownAnswer.isLearned(0.89, 1)).isTrue();
    assertThat(KnownAnswer.isLearned(Double.NaN, 1)).isFalse();
  }

  @Test
  void growth_and_what_is_no_number_are_an_explosion_even_in_a_short_context() {
    ReachSummary growing = new ReachSummary(0.5, 50, 100, 50, 71, Optional.empty(), true);
    ReachSummary broken =
        new ReachSummary(
            0.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Optional.empty(), false);
    assertThat(judge(growing, Evidence.NONE).kind()).isEqualTo(Kind.EXPLODING);
    assertThat(judge(broken, Evidence.NONE).kind()).isEqualTo(Kind.EXPLODING);
    assertThat(JUDGE.judge(summary(5, growing, 256), RNN, Evidence.NONE).kind())
        .isEqualTo(Kind.EXPLODING);
    Verdict diverged =
        judge(
            ratio(0.5),
            new Evidence(
                Optional.of("the training loss became NaN"),
                Optional.empty(),
                Optional.empty(),
                false));
    assertThat(diverged.kind()).isEqualTo(Kind.EXPLODING);
    assertThat(diverged.reason()).contains("the training loss became NaN");
    assertThat(diverged.advice()).contains("training.gradientClipping");
  }

  @Test
  void what_jumps_at_one_far_step_does_not_explode() {
    ReachSummary jumping = new ReachSummary(0.5, 50, 100, 50, 100, Optional.of(0.9), true);
    ReachSummary growing = new ReachSummary(0.5, 50, 100, 50, 100, Optional.of(71.0), true);
    assertThat(judge(jumping, Evidence.NONE).kind()).isEqualTo(Kind.HEALTHY);
    assertThat(judge(growing, Evidence.NONE).kind()).isEqualTo(Kind.EXPLODING);
  }

  @Test
  void no_gradient_at_all_is_dead_whatever_the_threshold() {
    ReachSummary zero = new ReachSummary(0, 0, 0, 0, 0, Optional.empty(), true);
    assertThat(
            new Judge(new Thresholds(1e-3, 70, 0, 10))
                .judge(summary(50, zero, 256), RNN, Evidence.NONE)
                .kind())
        .isEqualTo(Kind.DEAD);
  }

  @Test
  void no_gradient_anywhere_is_dead_unless_nothing_is_left_to_learn() {
    ReachSummary none = new ReachSummary(1e-9, 1e-9, 1, 9e-8, 1, Optional.empty(), true);
    assertThat(judge(none, Evidence.NONE).kind()).isEqualTo(Kind.DEAD);
    assertThat(judge(none, answer(1e-9, 0.1667)).kind()).isEqualTo(Kind.HEALTHY);
    assertThat(
            JUDGE
                .judge(
                    summary(50, none, 256),
                    configuration("model.nonlinearity", "relu"),
                    Evidence.NONE)
                .advice())
        .isEqualTo("Try model.nonlinearity: tanh, or model.initialisation: {recurrent: identity}.");
    Configuration identity =
        new Configuration(
            Map.of("model.nonlinearity", "relu", "model.initialisation.recurrent", "identity"));
    assertThat(JUDGE.judge(summary(50, none, 256), identity, Evidence.NONE).advice())
        .isEqualTo("Try model.nonlinearity: tanh, or a lower training.learningRate.");
  }

  @Test
  void short_contexts_and_few_examples_tell_nothing() {
    assertThat(JUDGE.judge(summary(9, ratio(1e-9), 256), RNN, Evidence.NONE).kind())
        .isEqualTo(Kind.NOT_TESTABLE);
    assertThat(JUDGE.judge(summary(10, ratio(1e-9), 256), RNN, Evidence.NONE).kind())
        .isEqualTo(Kind.SHORT_REACH);
    Verdict few = JUDGE.judge(summary(50, ratio(1e-9), 19), RNN, Evidence.NONE);
    assertThat(few.kind()).isEqualTo(Kind.NOT_TESTABLE);
    assertThat(few.reason()).isEqualTo("Only 19 full contexts could be probed; 20 are needed.");
    assertThat(few.advice())
        .isEqualTo(
            "Try data.contextWithin: dialogue, more data.dialogues, or a shorter"
                + " data.contextLength, so that more contexts are full.");
    assertThat(
            new Judge(new Thresholds(1e-3, 70, 1e-7, 5))
                .judge(summary(5, ratio(1e-9), 256), RNN, Evidence.NONE)
                .kind())
        .isEqualTo(Kind.SHORT_REACH);
  }

  @Test
  void a_verdict_tells_its_numbers_what_it_was_and_what_to_try() {
    Verdict verdict =
        JUDGE.judge(
            summary(50, ratio(1.5e-5), 256),
            new Configuration(Map.of("model.cell", "rnn", "task.name", "adding")),
            answer(0.168, 0.1667));
    assertThat(verdict.initially()).contains(Kind.HEALTHY);
    assertThat(verdict.reason())
        .isEqualTo(
            "49 steps back, the gradient norm at the inputs is 7.5e-6, 1.5e-5 of its value 1 step"
                + " back (0.5): below the threshold 0.001; the trial's mean squared error is"
                + " 0.168, the memoryless baseline's 0.167.");
    assertThat(verdict.advice()).isEqualTo("Try model.cell: gru or lstm.");
    assertThat(judge(ratio(1.5e-5), context(0.012, 0.02)).reason())
        .isEqualTo(
            "49 words back, the gradient norm at the embedded words is 7.5e-6, 1.5e-5 of its"
                + " value 1 word back (0.5): below the threshold 0.001; 50 words of context"
                + " instead of 20 lower the validation loss by 0.012 nats per word (standard"
                + " deviation over seeds 0.02).");
    assertThat(judge(ratio(1.5e-5), context(-0.1, 0)).reason())
        .endsWith("instead of 20 raise the validation loss by 0.1 nats per word (one seed each).");
  }

  @Test
  void a_context_that_is_too_short_is_told_from_an_answer_that_lies_too_near() {
    assertThat(JUDGE.judge(summary(5, ratio(0.5), 256), RNN, Evidence.NONE).reason())
        .isEqualTo("A context of 5 words is too short to judge a decay; 10 are needed.");
    GradientSummary adding = horizon(5, summary(10, ratio(0.5), 256));
    assertThat(JUDGE.judge(adding, configuration("task.name", "adding"), Evidence.NONE).reason())
        .isEqualTo(
            "The answer depends on what lies 5 steps back, too near to judge a decay; 10 are"
                + " needed.");
  }

  private static GradientSummary horizon(int steps, GradientSummary of) {
    return new GradientSummary(
        of.contextLength(),
        steps,
        of.examples(),
        of.reach(),
        of.initialReach(),
        of.decay(),
        of.initialDecay(),
        of.ratioHistory(),
        of.spectralRadius(),
        of.lyapunov(),
        of.gateHalfLife(),
        of.clippedShare());
  }

  @Test
  void what_was_cut_off_on_purpose_did_not_vanish() {
    Evidence nothingLearned = answer(0.168, 0.1667);
    for (double left : List.of(0.0, 1e-9)) {
      Verdict cutOff = truncated(8, ratio(left), nothingLearned);
      assertThat(cutOff.kind()).isEqualTo(Kind.SHORT_REACH);
      assertThat(cutOff.advice()).startsWith("Try training.truncatedBptt: none");
      assertThat(truncated(49, ratio(left), nothingLearned).kind()).isEqualTo(Kind.SHORT_REACH);
      Verdict whole = truncated(50, ratio(left), nothingLearned);
      assertThat(whole.kind()).isEqualTo(Kind.VANISHING);
      assertThat(whole.advice()).startsWith("Try model.attention");
    }
  }

  @Test
  void truncation_is_no_excuse_for_no_gradient_at_all() {
    assertThat(
            truncated(8, new ReachSummary(0, 0, 0, 0, 0, Optional.empty(), true), Evidence.NONE)
                .kind())
        .isEqualTo(Kind.DEAD);
  }

  private static Verdict truncated(long steps, ReachSummary reach, Evidence evidence) {
    return JUDGE.judge(
        summary(50, reach, 256), configuration("training.truncatedBptt", steps), evidence);
  }

  @Test
  void a_half_life_is_told_only_where_the_decay_is_exponential() {
    assertThat(judge(decaying(0.95)).reason()).contains("; it halves every 3.00 words (R² 0.95)");
    assertThat(judge(decaying(0.85)).reason()).doesNotContain("halves");
    // The embedded words of a bidirectional network have two near ends, and no half-life.
    Configuration bothWays = configuration("model.direction", "bidirectional");
    assertThat(JUDGE.judge(decaying(0.95), bothWays, Evidence.NONE).reason())
        .contains("; that at the last layer's forward states halves every 3.00 words (R² 0.95)");
    assertThat(judge(decaying(new Decay(1, 49, 1, 90, 0.1, none(), none(), 1, 0.1, 0.2))).reason())
        .contains("; the fitted line does not halve within the context");
    assertThat(judge(decaying(new Decay(1, 7, 0.5, 1, 0.99, none(), none(), 1, 0.1, 0.2))).reason())
        .doesNotContain("halves");
  }

  private static Verdict judge(GradientSummary gradient) {
    return JUDGE.judge(gradient, RNN, Evidence.NONE);
  }

  private static GradientSummary decaying(double rSquared) {
    return decaying(new Decay(1, 49, 0.794, 3, rSquared, none(), none(), 1, 0.1, 0.2));
  }

  private static Optional<Interval> none() {
    return Optional.empty();
  }

  private static GradientSummary decaying(Decay decay) {
    GradientSummary plain = summary(50, ratio(1e-5), 256);
    return new GradientSummary(
        plain.contextLength(),
        plain.horizon(),
        plain.examples(),
        plain.reach(),
        plain.initialReach(),
        Optional.of(decay),
        plain.initialDecay(),
        plain.ratioHistory(),
        plain.spectralRadius(),
        plain.lyapunov(),
        plain.gateHalfLife(),
        plain.clippedShare());
  }

  @Test
  void what_is_tried_already_is_not_advised_again() {
    ReachSummary growing = new ReachSummary(0.5, 50, 100, 50, 71, Optional.empty(), true);
    assertThat(
            JUDGE
                .judge(
                    summary(50, growing, 256),
                    configuration("training.gradientClipping", "{globalNorm: 5}"),
                    Evidence.NONE)
                .advice())
        .doesNotContain("gradientClipping");
    Configuration attentive =
        new Configuration(Map.of("model.cell", "gru", "model.attention", "dot"));
    assertThat(JUDGE.judge(summary(50, ratio(1e-5), 256), attentive, Evidence.NONE).advice())
        .doesNotContain("model.attention");
  }

  @Test
  void what_a_task_has_not_is_not_advised() {
    Configuration adding = configuration("task.name", "adding");
    for (GradientSummary gradient :
        List.of(summary(5, ratio(0.5), 256), summary(50, ratio(0.5), 256))) {
      assertThat(JUDGE.judge(gradient, adding, Evidence.NONE).advice())
          .contains("a longer task.length")
          .doesNotContain("data.");
    }
    assertThat(JUDGE.judge(summary(50, ratio(0.5), 19), adding, Evidence.NONE).advice())
        .isEqualTo("Try more task.validationExamples.");
    Configuration attentive = new Configuration(Map.of("task.name", "adding", "model.cell", "gru"));
    assertThat(JUDGE.judge(summary(50, ratio(1e-9), 256), attentive, Evidence.NONE).advice())
        .isEqualTo("Try model.attention: additive, which is a direct path to every step.");
  }

  @Test
  void a_wider_context_is_not_advised_where_it_is_as_wide_as_can_be() {
    Configuration wide = configuration("data.contextWithin", "dialogue");
    assertThat(JUDGE.judge(summary(5, ratio(0.5), 256), wide, Evidence.NONE).advice())
        .isEqualTo("Try a longer data.contextLength.");
    assertThat(JUDGE.judge(summary(50, ratio(0.5), 19), wide, Evidence.NONE).advice())
        .isEqualTo(
            "Try more data.dialogues, or a shorter data.contextLength, so that more contexts are"
                + " full.");
  }

  @Test
  void advice_is_one_sentence() {
    for (Kind kind : Kind.values()) {
      for (String cell : List.of("rnn", "lstm", "gru")) {
        for (String task : List.of("next-word", "adding")) {
          Configuration configuration =
              new Configuration(Map.of("model.cell", cell, "task.name", task));
          String advice =
              new Advice(
                      configuration,
                      Thresholds.STANDARD,
                      summary(50, ratio(1e-5), 256),
                      Evidence.NONE)
                  .of(kind);
          assertThat(advice).endsWith(".");
          assertThat(advice.split("\\. ", -1)).as(advice).hasSize(1);
        }
      }
    }
  }

  @Test
  void an_lstm_without_biases_is_not_told_a_forget_bias_alone() {
    Configuration lstm = new Configuration(Map.of("model.cell", "lstm", "model.bias", false));
    assertThat(JUDGE.judge(summary(32, ratio(1e-5), 256), lstm, Evidence.NONE).advice())
        .isEqualTo(
            "Try model.bias: true with model.forgetBias: 3.4 (ln(32 − 1)), which lets the forget"
                + " gate remember about 32 words.");
  }

  @Test
  void truncation_that_two_directions_make_up_for_cuts_nothing_off() {
    assertThat(bothWaysTruncated(25)).isEqualTo(Kind.VANISHING);
    assertThat(bothWaysTruncated(24)).isEqualTo(Kind.SHORT_REACH);
  }

  private static Kind bothWaysTruncated(long steps) {
    Configuration bothWays =
        new Configuration(
            Map.of("model.direction", "bidirectional", "training.truncatedBptt", steps));
    return JUDGE.judge(summary(50, ratio(1e-9), 256), bothWays, answer(0.168, 0.1667)).kind();
  }

  @ParameterizedTest
  @CsvSource({"0.0, forgetBias: 3.9", "1.0, forgetBias: 3.9", "4.6, attention"})
  void an_lstm_is_told_a_forget_bias_until_it_has_one(double bias, String advice) {
    Configuration lstm = new Configuration(Map.of("model.cell", "lstm", "model.forgetBias", bias));
    assertThat(JUDGE.judge(summary(50, ratio(1e-5), 256), lstm, Evidence.NONE).advice())
        .contains(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.001, 0.001",
    "9.99e-4, 1.0e-3",
    "1234.6, 1230",
    "1e-14, 1.0e-14",
    "1e12, 1.0e12"
  })
  void numbers_have_few_digits(double value, String text) {
    assertThat(Notation.PLAIN.norm(value)).isEqualTo(text);
  }
}
