package dev.inputmethod.reports.html;

import dev.inputmethod.reports.gradient.DecayFit;
import dev.inputmethod.reports.gradient.Evidence;
import dev.inputmethod.reports.gradient.Judge;
import dev.inputmethod.reports.gradient.SummaryCollector;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.DataSummary;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.MeasurementWriter;
import dev.inputmethod.reports.record.Metrics;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Writes records such as an experiment would leave, made up from formulas; nothing is trained. */
final class SyntheticExperiment {
  private static final int EPOCHS = 10;

  private Optional<Long> epochs = Optional.empty();

  private final Path directory;
  private String name = "cells";
  private Optional<String> question = Optional.of("Which cell keeps its gradient?");
  private String source = "experiment: cells\nquestion: Which cell keeps its gradient?\n";
  private List<String> cells = List.of("rnn", "lstm", "gru");
  private List<Long> layers = List.of(1L, 2L);
  private List<String> directions = List.of("forward", "bidirectional");
  private List<Long> hiddenSizes = List.of(128L);
  private List<Double> rates = List.of(0.001);
  private List<Long> seeds = List.of(1L, 2L);
  private int contextLength = 30;
  private final Map<Double, Integer> contextLengths = new HashMap<>();
  private int steps = 400;
  private boolean reach = true;
  private boolean probed;
  private String attending = "";
  private String clipped = "";
  private final Map<String, Double> decays = new HashMap<>();
  private String powerLaw = "";
  private Set<String> worseThanChance = Set.of();
  private Optional<KnownAnswer> answer = Optional.empty();
  private boolean ranked = true;
  private boolean oneAtATime;
  private boolean adding;
  private String failure = "";
  private Set<String> failing = Set.of();
  private Optional<String> command = Optional.empty();
  private Optional<String> sourceName = Optional.empty();
  private String machine = "an ordinary processor";
  private String parameter = "embedding.weight";

  SyntheticExperiment(Path directory) {
    this.directory = directory;
  }

  SyntheticExperiment named(String newName) {
    name = newName;
    return this;
  }

  SyntheticExperiment asking(String newQuestion) {
    question = Optional.of(newQuestion);
    return this;
  }

  SyntheticExperiment written(String newSource) {
    source = newSource;
    return this;
  }

  SyntheticExperiment sweeping(
      List<String> newCells,
      List<Long> newLayers,
      List<String> newDirections,
      List<Long> newHidden) {
    cells = newCells;
    layers = newLayers;
    directions = newDirections;
    hiddenSizes = newHidden;
    return this;
  }

  SyntheticExperiment rates(List<Double> newRates) {
    rates = newRates;
    return this;
  }

  SyntheticExperiment seeds(long... newSeeds) {
    seeds = Arrays.stream(newSeeds).boxed().toList();
    return this;
  }

  SyntheticExperiment commanded(String newCommand) {
    command = Optional.of(newCommand);
    return this;
  }

  SyntheticExperiment sourceNamed(String newName) {
    sourceName = Optional.of(newName);
    return this;
  }

  SyntheticExperiment machine(String newMachine) {
    machine = newMachine;
    return this;
  }

  SyntheticExperiment parameter(String newName) {
    parameter = newName;
    return this;
  }

  SyntheticExperiment context(int words) {
    contextLength = words;
    return this;
  }

  /** Of the configurations with this learning rate, unlike the others'. */
  SyntheticExperiment context(double rate, int words) {
    contextLengths.put(rate, words);
    return this;
  }

  private int contextLength(Setting it) {
    return contextLengths.getOrDefault(it.rate, contextLength);
  }

  /** What the settings say of epochs; without it, nothing. */
  SyntheticExperiment allowing(long most) {
    epochs = Optional.of(most);
    return this;
  }

  SyntheticExperiment steps(int measured) {
    steps = measured;
    return this;
  }

  /** The sum of two numbers, by squared errors around a tenth of the cross-entropies. */
  SyntheticExperiment adding() {
    adding = true;
    return this;
  }

  SyntheticExperiment withoutReach() {
    reach = false;
    return this;
  }

  /** A quarter of the steps of the cell's configurations is clipped. */
  SyntheticExperiment clipping(String cell) {
    clipped = cell;
    return this;
  }

  /** The cell's configurations have attention. */
  SyntheticExperiment attending(String cell) {
    attending = cell;
    return this;
  }

  /** With everything that is probed now; without, records are as they were before verdicts. */
  SyntheticExperiment probed() {
    probed = true;
    return this;
  }

  /** The gradient of a cell's trial with this seed falls by e every so many words. */
  SyntheticExperiment decaying(String cell, long seed, double words) {
    decays.put(cell + seed, words);
    return this;
  }

  /** The gradient of a cell's trials falls as 1/d does. */
  SyntheticExperiment fallingByPowerLaw(String cell) {
    powerLaw = cell;
    return this;
  }

  /** On the test split these cells' trials do worse than a uniform guess. */
  SyntheticExperiment guessingBadly(String... cells) {
    worseThanChance = Set.of(cells);
    return this;
  }

  /** Every trial did so on a task whose answer is known. */
  SyntheticExperiment answering(KnownAnswer newAnswer) {
    answer = Optional.of(newAnswer);
    return this;
  }

  /** The cells are values of the axis that can set anything. */
  SyntheticExperiment oneAtATime() {
    oneAtATime = true;
    return this;
  }

  SyntheticExperiment unranked() {
    ranked = false;
    return this;
  }

  /**
   * Trials of these cells, or of seed 2 of the first where the set is empty, fail for this reason.
   */
  SyntheticExperiment failing(Set<String> failingCells, String reason) {
    failing = failingCells;
    failure = reason;
    return this;
  }

  ExperimentDirectory write() {
    ExperimentDirectory experiment = new ExperimentDirectory(directory);
    List<String> trials = new ArrayList<>();
    List<Runnable> writing = new ArrayList<>();
    for (String cell : cells) {
      for (long layer : layers) {
        for (String direction : directions) {
          for (long hidden : hiddenSizes) {
            for (double rate : rates) {
              for (long seed : seeds) {
                Setting setting = new Setting(cell, layer, direction, hidden, rate, seed);
                trials.add(setting.trial());
                writing.add(() -> write(experiment.trial(setting.trial()), setting));
              }
            }
          }
        }
      }
    }
    Map<String, List<String>> axes = new LinkedHashMap<>();
    axes.put(oneAtATime ? "settings" : "model.cell", cells);
    experiment.write(
        new ExperimentRecord(
            ExperimentRecord.SCHEMA,
            name,
            question,
            source,
            sourceName.orElse("experiments/" + name + ".yaml"),
            command.orElse(
                "mvn inputmethod:experiment -Dinputmethod.experiments=experiments/"
                    + name
                    + ".yaml"),
            axes,
            List.of("model.cell"),
            ranked ? List.of() : List.of("data.minCount"),
            trials,
            0,
            Thresholds.STANDARD));
    writing.forEach(Runnable::run);
    return experiment;
  }

  private record Setting(
      String cell, long layers, String direction, long hidden, double rate, long seed) {
    String trial() {
      return "%s-%dx%d-%s-%s-seed%d"
          .formatted(
              cell, layers, hidden, direction, Double.toString(rate).replace('.', '_'), seed);
    }

    boolean bidirectional() {
      return direction.equals("bidirectional");
    }

    List<Direction> halves() {
      return bidirectional() ? List.of(Direction.values()) : List.of(Direction.FORWARD);
    }

    double level() {
      double byCell = cell.equals("rnn") ? 5.02 : cell.equals("lstm") ? 4.71 : 4.75;
      return byCell
          - 0.05 * (layers - 1)
          - (bidirectional() ? 0.03 : 0)
          - 0.0008 * (hidden - 64)
          + 0.08 * Math.abs(Math.log10(rate / 0.001));
    }

    double decay() {
      return cell.equals("rnn") ? 2.1 : cell.equals("lstm") ? 7.5 : 6.2;
    }
  }

  private boolean fails(Setting it) {
    if (failure.isEmpty()) {
      return false;
    }
    return failing.isEmpty()
        ? it.cell.equals(cells.get(0)) && it.seed == seeds.get(seeds.size() - 1) && it.layers == 2
        : failing.contains(it.cell);
  }

  private void write(TrialDirectory trial, Setting it) {
    Random random = new Random(it.hashCode() * 31L + it.seed);
    boolean failed = fails(it);
    double level = it.level() + 0.012 * random.nextGaussian();
    double best = Double.POSITIVE_INFINITY;
    int bestEpoch = 0;
    int total = steps * 10;
    SummaryCollector summary = new SummaryCollector(contextLength(it), contextLength(it));
    try (MeasurementWriter writer =
        new MeasurementWriter(trial.measurements(), Clock.systemUTC())) {
      if (reach) {
        probe(it, 0, 0, Moment.INITIAL, random, summary).forEach(writer::append);
      }
      int last = failed ? steps / 3 : steps;
      for (int i = 1; i <= last; i++) {
        double progress = (double) i / steps;
        int epoch = Math.min(EPOCHS, (i - 1) * EPOCHS / steps + 1);
        boolean broken = failed && i == last;
        writer.append(step(it, epoch, i * 10L, progress, level, broken, random));
        if (reach && i % Math.max(1, steps / 40) == 0) {
          probe(it, epoch, i * 10L, Moment.INTERVAL, random, summary).forEach(writer::append);
        }
        if (i * EPOCHS / steps > (i - 1) * EPOCHS / steps) {
          double validation = validation(level, progress) + 0.004 * random.nextGaussian();
          // So that the plain RNN is about at what needs no memory, and the others are below.
          validation = adding ? Math.max(0.001, (validation - 4.6) / 2.4) : validation;
          writer.append(
              new Measurement.Epoch(
                  epoch,
                  i * 10L,
                  training(level, progress),
                  validation,
                  adding ? Metrics.MEAN_SQUARED_ERROR : Metrics.CROSS_ENTROPY));
          if (validation < best) {
            best = validation;
            bestEpoch = epoch;
          }
        }
      }
      if (reach && probed && bestEpoch > 0 && !failed) {
        long step = (long) total * bestEpoch / EPOCHS;
        probe(it, bestEpoch, step, Moment.BEST, random, summary).forEach(writer::append);
      }
    }
    Optional<Best> where =
        bestEpoch == 0
            ? Optional.empty()
            : Optional.of(new Best(bestEpoch, (long) total * bestEpoch / EPOCHS));
    trial.write(record(trial.name(), it, failed, where, best, summary.summary()));
  }

  private static double training(double level, double progress) {
    return level - 0.25 + 4.4 * Math.exp(-9 * progress) - 0.5 * progress;
  }

  private static double validation(double level, double progress) {
    return level + 3.4 * Math.exp(-9 * progress) + 0.35 * Math.max(0, progress - 0.6) * progress;
  }

  private Measurement.Step step(
      Setting it,
      int epoch,
      long step,
      double progress,
      double level,
      boolean broken,
      Random random) {
    Map<String, Measurement.Norms> parameters = new LinkedHashMap<>();
    parameters.put(parameter, norms(0.2, it, random));
    for (int layer = 1; layer <= it.layers; layer++) {
      for (Direction half : it.halves()) {
        String place = "recurrent" + layer + "." + half.word() + ".";
        parameters.put(place + "inputWeight", norms(0.3 / layer, it, random));
        parameters.put(place + "recurrentWeight", norms(0.25 / layer, it, random));
        parameters.put(place + "inputBias", norms(0.04 / layer, it, random));
      }
    }
    parameters.put("output.weight", norms(0.6, it, random));
    parameters.put("output.bias", norms(0.05, it, random));
    double loss = training(level, progress) + 0.16 * random.nextGaussian();
    return new Measurement.Step(
        epoch,
        step,
        broken ? Double.NaN : loss,
        broken
            ? Double.NaN
            : 0.9 * Math.exp(0.25 * random.nextGaussian()) * (it.cell.equals("rnn") ? 1.9 : 1),
        parameters,
        it.cell.equals(clipped) ? Optional.of(step % 20 == 0 ? 0.5 : 0.0) : Optional.empty());
  }

  private static Measurement.Norms norms(double size, Setting it, Random random) {
    double gradient =
        size * Math.exp(0.3 * random.nextGaussian()) * (it.cell.equals("rnn") ? 1.8 : 1);
    return new Measurement.Norms(gradient, gradient * 1e-3, 5);
  }

  private List<Measurement> probe(
      Setting it, int epoch, long step, Moment moment, Random random, SummaryCollector summary) {
    Measurement.Reach curves = reach(it, epoch, step, random);
    if (!probed) {
      return List.of(curves);
    }
    List<Double> input = curves.input();
    Optional<Decay> decay = it.bidirectional() ? Optional.empty() : DecayFit.of(input);
    List<Measurement> taken =
        List.of(
            new Measurement.Reach(
                epoch,
                step,
                moment,
                curves.examples(),
                input,
                input.stream().map(norm -> norm * 0.8).toList(),
                input.stream().map(norm -> norm * 1.25).toList(),
                decay,
                curves.hidden()),
            saturation(it, epoch, step, moment),
            spectra(it, epoch, step, moment));
    taken.forEach(summary::add);
    return it.cell.equals(attending) ? with(attention(curves, moment), taken) : taken;
  }

  private static List<Measurement> with(Measurement last, List<Measurement> others) {
    List<Measurement> all = new ArrayList<>(others);
    all.add(last);
    return all;
  }

  /** Half of it at the last state, half of what is left one step back, and so on. */
  private static Measurement attention(Measurement.Reach at, Moment moment) {
    List<Double> weights = new ArrayList<>();
    for (int d = 0; d < at.input().size(); d++) {
      weights.add(Math.pow(0.5, d + 1));
    }
    return new Measurement.Attention(at.epoch(), at.step(), moment, at.examples(), weights);
  }

  private static Measurement.Saturation saturation(
      Setting it, int epoch, long step, Moment moment) {
    double grown = 0.3 * (1 - Math.exp(-step / 900.0));
    Map<String, Measurement.GateShares> gates = new LinkedHashMap<>();
    if (it.cell.equals("lstm")) {
      for (String gate : List.of("input", "forget", "output")) {
        gates.put(gate, new Measurement.GateShares(0.1 * grown, grown, 0.5 + grown));
      }
    } else if (it.cell.equals("gru")) {
      gates.put("reset", new Measurement.GateShares(0.4 * grown, 0.5 * grown, 0.5));
      gates.put("update", new Measurement.GateShares(0.2 * grown, grown, 0.6));
    }
    return new Measurement.Saturation(
        epoch,
        step,
        moment,
        List.of(
            new Measurement.PlaceSaturation(
                (int) it.layers,
                Direction.FORWARD,
                gates,
                Map.of("candidate", 1.5 * grown),
                Optional.empty(),
                gates.isEmpty() ? Optional.empty() : Optional.of(1.4 + 20 * grown))));
  }

  private static Measurement.Spectra spectra(Setting it, int epoch, long step, Moment moment) {
    double radius = 0.6 + 0.4 * (1 - Math.exp(-step / 700.0)) * it.decay() / 7.5;
    List<String> gates =
        it.cell.equals("rnn") ? List.of("state") : List.of("input", "forget", "candidate");
    Map<String, Measurement.Spectrum> recurrent = new LinkedHashMap<>();
    gates.forEach(gate -> recurrent.put(gate, new Measurement.Spectrum(1.4 * radius, radius)));
    return new Measurement.Spectra(
        epoch,
        step,
        moment,
        List.of(
            new Measurement.PlaceSpectra(
                (int) it.layers,
                Direction.FORWARD,
                recurrent,
                new Measurement.JacobianSpectrum(
                    8, 1.3 * radius, 1.5 * radius, radius, 1.1 * radius, 4, Math.log(radius)))));
  }

  private Measurement.Reach reach(Setting it, int epoch, long step, Random random) {
    List<Long> examples = new ArrayList<>();
    List<Double> input = new ArrayList<>();
    double tau = decays.getOrDefault(it.cell + it.seed, it.decay()) * (step == 0 ? 0.6 : 1);
    for (int d = 0; d < contextLength(it); d++) {
      examples.add(probed ? 256 : Math.round(4000 * Math.exp(-d / 9.0)));
      input.add(
          (it.cell.equals(powerLaw)
                  ? 0.08 / Math.max(1, d)
                  : reachAt(d, tau, it.bidirectional(), contextLength(it)))
              * Math.exp(0.1 * random.nextGaussian()));
    }
    List<Measurement.HiddenReach> hidden = new ArrayList<>();
    for (int layer = 1; layer <= it.layers; layer++) {
      for (Direction half : it.halves()) {
        boolean bothEnds = it.bidirectional() && layer < it.layers;
        List<Double> norms = new ArrayList<>();
        for (int d = 0; d < contextLength(it); d++) {
          int far = half == Direction.FORWARD ? d : contextLength(it) - 1 - d;
          double other = bothEnds ? 0.1 * Math.exp(-(contextLength(it) - 1 - far) / tau) : 0;
          norms.add(0.2 / layer * Math.exp(-far / tau) + other);
        }
        // The cell state of an LSTM forgets more slowly than h alone shows.
        List<Double> joint =
            probed && it.cell.equals("lstm")
                ? norms.stream().map(norm -> 2 * Math.sqrt(norm)).toList()
                : List.of();
        Optional<Decay> decay =
            probed && layer == it.layers && half == Direction.FORWARD
                ? DecayFit.of(joint.isEmpty() ? norms : joint)
                : Optional.empty();
        hidden.add(new Measurement.HiddenReach(layer, half, norms, joint, decay));
      }
    }
    return new Measurement.Reach(epoch, step, examples, input, hidden);
  }

  private static double reachAt(int d, double tau, boolean both, int length) {
    double near = 0.08 * Math.exp(-d / tau);
    return both ? near + 0.05 * Math.exp(-(length - 1 - d) / tau) : near;
  }

  private TrialRecord record(
      String trial,
      Setting it,
      boolean failed,
      Optional<Best> where,
      double best,
      GradientSummary summary) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (!failed && adding) {
      metrics.put("validation.meanSquaredError", best);
      metrics.put("test.meanSquaredError", best + 0.001);
      metrics.put("baseline.validation.memoryless.meanSquaredError", 1.0 / 6);
      metrics.put("baseline.test.memoryless.meanSquaredError", 1.0 / 6);
      metrics.put("baseline.validation.oneMarker.meanSquaredError", 1.0 / 12);
    } else if (!failed) {
      metrics.put("validation.crossEntropy", best);
      metrics.put("test.crossEntropy", best + (worseThanChance.contains(it.cell) ? 5 : 0.02));
      metrics.put("test.perplexity", Math.exp(best + 0.02));
      metrics.put("test.recallAt1", 0.9 - best / 7);
      metrics.put("test.recallAt3", 1.02 - best / 7);
      metrics.put("test.recallAt5", 1.08 - best / 7);
      metrics.put("test.mrrAt5", 0.96 - best / 7);
      Map.of("uniform", 8.71, "unigram", 6.22, "bigram", 5.31)
          .forEach(
              (baseline, loss) -> {
                metrics.put("baseline.test." + baseline + ".crossEntropy", loss);
                metrics.put("baseline.test." + baseline + ".perplexity", Math.exp(loss));
              });
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    if (adding) {
      settings.put("task.name", "adding");
      settings.put("task.length", (long) contextLength(it));
    } else {
      settings.put("data.contextLength", (long) contextLength(it));
    }
    settings.put("model.hiddenSize", it.hidden);
    settings.put("model.layers", it.layers);
    settings.put("model.direction", it.direction);
    settings.put("model.cell", it.cell);
    settings.put("training.learningRate", it.rate);
    epochs.ifPresent(most -> settings.put("training.epochs", most));
    boolean judged = reach && probed && !failed;
    return new TrialRecord(
        TrialRecord.SCHEMA,
        trial,
        name,
        new Configuration(settings),
        it.seed,
        failed ? new Outcome.Failed(failure) : new Outcome.Completed(),
        where,
        metrics,
        Optional.of(
            new DataSummary(
                4500,
                86_000,
                861_245,
                0,
                6065,
                612_345,
                76_012,
                75_900,
                0.031,
                0.224,
                Optional.empty())),
        judged ? Optional.of(summary) : Optional.empty(),
        judged
            ? Optional.of(
                new Judge(Thresholds.STANDARD)
                    .judge(
                        summary,
                        new Configuration(settings),
                        new Evidence(Optional.empty(), answer, Optional.empty(), false)))
            : Optional.empty(),
        new Provenance(
            Map.of("inputmethod", "0.1.0", "dl4j", "1.0.0-M2.1", "hanlp", "portable-1.8.6"),
            "0123abc",
            "Temurin 17.0.15",
            "Linux 6.1 amd64",
            machine,
            "reference",
            1,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "2026-11-23T06:00:00Z",
            211.4));
  }
}
