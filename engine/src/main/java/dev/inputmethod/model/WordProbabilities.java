package dev.inputmethod.model;

import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.task.SymbolBatch;
import java.io.IOException;
import java.nio.file.Path;

/** Computes how probable every word is after some contexts. Not thread-safe. */
public interface WordProbabilities extends AutoCloseable {

  /** Words to choose from. */
  int vocabularySize();

  @Override
  void close();

  /** ln p of every word after each context, in nats: {@code [batch, vocabulary]}, row-major. */
  float[] logProbabilities(SymbolBatch batch);

  /**
   * A trained network for a context now and then, as when somebody types. It runs without DL4J,
   * which takes seconds to start, and in loops that reach their speed sooner than those of the fast
   * form. A network with attention is loaded in the reference form, which starts and runs slower.
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
