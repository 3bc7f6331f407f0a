package dev.inputmethod;

import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.ContextWithin;
import dev.inputmethod.experiment.DataSettings;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.ObserveSettings;
import dev.inputmethod.experiment.OnBadLine;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.SplitSettings;
import dev.inputmethod.experiment.TaskName;
import dev.inputmethod.experiment.TaskSettings;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.experiment.TrialConfig;
import java.util.List;
import java.util.OptionalInt;

/** Settings of networks that train in no time. */
public final class TinySettings {
  /** As few contexts as the tiny corpus' utterances give. */
  public static final int CONTEXT = 3;

  private TinySettings() {}

  public static ModelSettings model(Cell cell, int layers, double dropout) {
    return new ModelBuilder().layers(layers).cell(cell).dropout(dropout).build();
  }

  public static TrainingSettings training(int epochs, double learningRate, Optimizer optimizer) {
    return training(epochs, 8, learningRate, optimizer);
  }

  /** From the whole gradient of one target a context. */
  public static TrainingSettings training(
      int epochs, int batchSize, double learningRate, Optimizer optimizer) {
    return new TrainingSettings(
        epochs,
        batchSize,
        learningRate,
        optimizer,
        Clipping.none(),
        OptionalInt.empty(),
        TrainingTargets.LAST);
  }

  /** The same with remedies for vanishing and exploding gradients. */
  public static TrainingSettings training(
      TrainingSettings plain,
      Clipping clipping,
      OptionalInt truncatedBptt,
      TrainingTargets targets) {
    return new TrainingSettings(
        plain.epochs(),
        plain.batchSize(),
        plain.learningRate(),
        plain.optimizer(),
        clipping,
        truncatedBptt,
        targets);
  }

  /** A GRU that is looked at often. */
  public static TrialConfig trial(TrainingSettings training) {
    return trial(model(Cell.GRU, 2, 0.3), training);
  }

  /** Diverges within a few steps of training at the highest learning rate. */
  public static TrialConfig diverging(int epochs, int batchSize) {
    ModelSettings relu =
        new ModelBuilder().sizes(4, 50).cell(Cell.RNN).nonlinearity(Nonlinearity.RELU).build();
    return trial(relu, training(epochs, batchSize, 10, Optimizer.SGD));
  }

  /** The task of predicting the next word, with the default settings. */
  public static TaskSettings nextWord() {
    return new TaskSettings(TaskName.NEXT_WORD, 100, 20_000, 2_000);
  }

  private static TrialConfig trial(ModelSettings model, TrainingSettings training) {
    return new TrialConfig(
        nextWord(),
        new DataSettings(
            List.of("dialogues.jsonl"),
            CONTEXT,
            ContextWithin.UTTERANCE,
            1,
            100,
            OnBadLine.FAIL,
            new SplitSettings(0.6, 0.2, 0.2, 42)),
        model,
        training,
        new ObserveSettings(2, 5, 1));
  }
}
