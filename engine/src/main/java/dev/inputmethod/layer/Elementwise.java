package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/** Element-wise functions with a place for their result, and their slopes. */
final class Elementwise {
  private Elementwise() {}

  static void tanh(INDArray of, INDArray into) {
    Nd4j.getExecutioner().exec(new Tanh(of, into));
  }

  static void sigmoid(INDArray inPlace) {
    Nd4j.getExecutioner().exec(new Sigmoid(inPlace, inPlace));
  }

  /** 1 − y², the slope of tanh where it gives y. */
  static void tanhSlope(INDArray y, INDArray into) {
    y.muli(y, into);
    into.rsubi(1.0);
  }

  /** y·(1 − y), the slope of the logistic function where it gives y. */
  static void sigmoidSlope(INDArray y, INDArray into) {
    y.rsubi(1.0, into);
    into.muli(y);
  }
}
