package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a recurrent layer keeps between its forward and its backward pass, for one batch size and
 * length.
 */
final class LayerMemory {
  private final long batch;
  private final long time;
  private final List<DirectionMemory> directions = new ArrayList<>();
  private final INDArray inputCopy;

  LayerMemory(Recurrent conf, CellMath math, DataType type, long batch, long time) {
    this.batch = batch;
    this.time = time;
    for (int direction = 0; direction < conf.directions(); direction++) {
      directions.add(
          new DirectionMemory(
              conf.cell(),
              math,
              direction == 1,
              Math.toIntExact(batch),
              Math.toIntExact(time),
              Math.toIntExact(conf.getNOut()),
              type));
    }
    this.inputCopy = Buffers.matrix(type, batch * time, conf.getNIn());
  }

  boolean fits(long batchSize, long length) {
    return batch == batchSize && time == length;
  }

  /** Forward first. */
  List<DirectionMemory> directions() {
    return directions;
  }

  /** Room for the input where it cannot be read in place, {@code [time·batch, nIn]}. */
  INDArray inputCopy() {
    return inputCopy;
  }
}
