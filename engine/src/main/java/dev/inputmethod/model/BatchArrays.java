package dev.inputmethod.model;

import dev.inputmethod.task.Batch;
import dev.inputmethod.task.NumberBatch;
import dev.inputmethod.task.PieceBatch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns batches into the arrays that a network takes. */
final class BatchArrays {
  private BatchArrays() {}

  /** Inputs: ids {@code [batch, time]}, or numbers {@code [batch, features, time]}. */
  static INDArray input(Batch batch) {
    if (batch instanceof NumberBatch numbers) {
      return Nd4j.createFromArray(numbers.numbers())
          .reshape(batch.size(), numbers.features(), batch.contextLength());
    }
    return batch instanceof PieceBatch pieces
        ? ids(pieces.words(), batch)
        : ids(((SymbolBatch) batch).contexts(), batch);
  }

  /**
   * Targets, {@code [batch, 1]}; with classes at steps {@code [batch, time]}, 0 without a target.
   */
  static INDArray targets(Batch batch, Signature signature) {
    if (batch instanceof NumberBatch numbers) {
      return Nd4j.createFromArray(numbers.values()).reshape(batch.size(), 1);
    }
    int[] targets = ((SymbolBatch) batch).targets();
    if (signature.output() instanceof Signature.LastClass) {
      return Nd4j.createFromArray(targets).reshape(batch.size(), 1).castTo(DataType.FLOAT);
    }
    int time = batch.contextLength();
    int answered = batch.targetSteps();
    float[] atSteps = new float[batch.size() * time];
    for (int row = 0; row < batch.size(); row++) {
      for (int i = 0; i < answered; i++) {
        atSteps[(row + 1) * time - answered + i] = targets[row * answered + i];
      }
    }
    return Nd4j.createFromArray(atSteps).reshape(batch.size(), time);
  }

  /** With classes at steps {@code [batch, time]}, 1 where there is a target; else empty. */
  static Optional<INDArray> targetMask(Batch batch, Signature signature) {
    if (!(signature.output() instanceof Signature.StepClasses)) {
      return Optional.empty();
    }
    int time = batch.contextLength();
    float[] mask = new float[batch.size() * time];
    for (int row = 0; row < batch.size(); row++) {
      Arrays.fill(mask, (row + 1) * time - batch.targetSteps(), (row + 1) * time, 1);
    }
    return Optional.of(Nd4j.createFromArray(mask).reshape(batch.size(), time));
  }

  /** {@code [batch, time]}. */
  static INDArray targets(PieceBatch pieces) {
    return ids(pieces.targets(), pieces);
  }

  /** {@code [batch, time]}, 1 where there is a target. */
  static INDArray targetMask(PieceBatch pieces) {
    float[] mask = new float[pieces.counted().length];
    for (int slot = 0; slot < mask.length; slot++) {
      mask[slot] = pieces.counted()[slot] ? 1 : 0;
    }
    return Nd4j.createFromArray(mask).reshape(pieces.size(), pieces.contextLength());
  }

  private static INDArray ids(int[] ids, Batch batch) {
    return Nd4j.createFromArray(ids)
        .reshape(batch.size(), batch.contextLength())
        .castTo(DataType.FLOAT);
  }
}
