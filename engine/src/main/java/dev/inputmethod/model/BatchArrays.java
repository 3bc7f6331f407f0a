package dev.inputmethod.model;

import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns a batch into the arrays that a network of a signature takes. */
final class BatchArrays {
  private BatchArrays() {}

  /** Ids {@code [batch, time]}, or numbers {@code [batch, features, time]}. */
  static INDArray input(Batch batch, Signature signature) {
    if (signature.input() instanceof Signature.Numbers numbers) {
      return Nd4j.createFromArray(batch.numbers())
          .reshape(batch.size(), numbers.features(), batch.contextLength());
    }
    return Nd4j.createFromArray(batch.contexts())
        .reshape(batch.size(), batch.contextLength())
        .castTo(DataType.FLOAT);
  }

  /**
   * {@code [batch, 1]}; with classes at steps {@code [batch, time]}, 0 where there is no target.
   */
  static INDArray targets(Batch batch, Signature signature) {
    if (signature.output() instanceof Signature.LastNumber) {
      return Nd4j.createFromArray(batch.values()).reshape(batch.size(), 1);
    }
    if (signature.output() instanceof Signature.LastClass) {
      return Nd4j.createFromArray(batch.targets()).reshape(batch.size(), 1).castTo(DataType.FLOAT);
    }
    int time = batch.contextLength();
    int told = batch.targetSteps();
    float[] targets = new float[batch.size() * time];
    for (int row = 0; row < batch.size(); row++) {
      for (int i = 0; i < told; i++) {
        targets[(row + 1) * time - told + i] = batch.targets()[row * told + i];
      }
    }
    return Nd4j.createFromArray(targets).reshape(batch.size(), time);
  }

  /** With classes at steps {@code [batch, time]}, 1 where there is a target; else all count. */
  static Optional<INDArray> targetMask(Batch batch, Signature signature) {
    if (!(signature.output() instanceof Signature.StepClasses)) {
      return Optional.empty();
    }
    int time = batch.contextLength();
    float[] mask = new float[batch.size() * time];
    for (int row = 0; row < batch.size(); row++) {
      java.util.Arrays.fill(mask, (row + 1) * time - batch.targetSteps(), (row + 1) * time, 1);
    }
    return Optional.of(Nd4j.createFromArray(mask).reshape(batch.size(), time));
  }
}
