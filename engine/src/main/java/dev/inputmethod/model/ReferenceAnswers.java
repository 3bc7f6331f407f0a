package dev.inputmethod.model;

import dev.inputmethod.layer.LogProbabilities;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Takes the answers at a batch's targets from what a network in the reference form puts out. */
final class ReferenceAnswers {
  private ReferenceAnswers() {}

  /** {@link NextWordModel#answers}. */
  static float[] of(MultiLayerNetwork network, Signature signature, Batch batch) {
    INDArray input = BatchArrays.input(batch);
    if (signature.output() instanceof Signature.LastNumber) {
      return network.output(input).dup('c').data().asFloat();
    }
    return signature.output() instanceof Signature.LastClass
        ? LogProbabilities.rows(network, input)
        : atSteps(LogProbabilities.of(network, input, Optional.empty()), batch, signature.width());
  }

  /** Of the logarithms at every step, {@code [batch, classes, time]}, those at the targets. */
  private static float[] atSteps(INDArray logs, Batch batch, int classes) {
    float[] every = logs.permute(0, 2, 1).dup('c').data().asFloat();
    int row = batch.contextLength() * classes;
    int answered = batch.targetSteps() * classes;
    float[] answers = new float[batch.size() * answered];
    for (int i = 0; i < batch.size(); i++) {
      System.arraycopy(every, (i + 1) * row - answered, answers, i * answered, answered);
    }
    return answers;
  }
}
