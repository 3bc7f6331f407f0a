package dev.inputmethod.model;

import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import java.util.Locale;

/**
 * What computes a network's steps. Each implementation gives numbers of its own, the same on all
 * machines.
 */
public enum Implementation {
  /** The fast form: kernels on Java arrays, for what most configurations ask for. */
  FAST,
  /** The reference form: our DL4J layers on ND4J's arrays, for every configuration. */
  REFERENCE;

  /** The one that a configuration trains in: the fast form wherever it serves. */
  public static Implementation of(ModelSettings model, TrainingSettings training) {
    boolean fast =
        training.optimizer() == Optimizer.ADAM
            && training.truncatedBptt().isEmpty()
            && training.targets() == TrainingTargets.LAST
            && model.attention() == Attention.NONE;
    return fast ? FAST : REFERENCE;
  }

  /** Its name in records: {@code fast} or {@code reference}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
