package dev.inputmethod.model;

import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.task.Batch;
import java.io.IOException;
import java.nio.file.Path;

/** Tells how probable every word is after some contexts. */
public interface WordProbabilities {

  /** Words to choose from. */
  int vocabularySize();

  /** ln p of every word after each context, in nats: {@code [batch, vocabulary]}, row-major. */
  float[] logProbabilities(Batch batch);

  /**
   * A trained network for a context now and then, as when somebody types: it is there at once, and
   * answers at once, where DL4J takes seconds to start and the fast form is slow until compiled.
   * Attention, which the fast form has not, is DL4J's still.
   *
   * @throws dev.inputmethod.problem.InvalidInputException when the file does not hold the
   *     parameters of such a network
   */
  static WordProbabilities load(
      Path file, ModelSettings model, TrainingSettings training, int vocabularySize)
      throws IOException {
    return model.attention() == Attention.NONE
        ? TypingModel.load(file, model, vocabularySize)
        : NextWordModel.loadReference(file, model, training, vocabularySize);
  }
}
