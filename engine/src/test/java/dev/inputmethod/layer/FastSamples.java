package dev.inputmethod.layer;

import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small networks in the fast form, and words for them. */
final class FastSamples {
  private FastSamples() {}

  static TestNetwork shape(Cell cell, int layers, boolean bidirectional) {
    TestNetwork shape = TestNetwork.of(cell, layers, bidirectional);
    shape.type = DataType.FLOAT;
    shape.updater = new CorrectedAdam(0.001);
    // More words than a block of the softmax, and sizes that are no multiple of any vector's.
    shape.vocabulary = 300;
    shape.embedding = 7;
    shape.hidden = 19;
    return shape;
  }

  static FastNetwork fast(TestNetwork shape) {
    return FastNetwork.initial(shape.configuration());
  }

  /** In double precision, with the same parameters. */
  static MultiLayerNetwork reference(TestNetwork shape, FastNetwork fast) {
    shape.type = DataType.DOUBLE;
    MultiLayerNetwork reference = shape.build();
    reference.setParams(fast.params().castTo(DataType.DOUBLE));
    shape.type = DataType.FLOAT;
    return reference;
  }

  static INDArray ids(int rows, int columns, int words, int seed) {
    Random random = new Random(seed);
    float[] ids = new float[rows * columns];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = random.nextInt(words);
    }
    return Nd4j.createFromArray(ids).reshape(rows, columns);
  }
}
