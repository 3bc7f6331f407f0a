package dev.inputmethod.layer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Row-major matrices outside of DL4J's workspaces: they outlive a step and are used again by the
 * next.
 */
final class Buffers {
  private Buffers() {}

  @SuppressWarnings("try") // The scope is what the resource is for.
  static INDArray matrix(DataType type, long rows, long columns) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return Nd4j.create(type, new long[] {rows, columns}, 'c');
    }
  }
}
