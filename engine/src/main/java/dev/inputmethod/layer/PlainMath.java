package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The plain recurrent cell: h = f(sum), f the hyperbolic tangent or the rectifier.
 *
 * @param rectified whether f is max(0, ·)
 */
record PlainMath(boolean rectified) implements CellMath {

  @Override
  public void forward(Rows step) {
    if (rectified) {
      step.hidden().assign(step.gate(0));
      Transforms.relu(step.hidden(), false);
    } else {
      Elementwise.tanh(step.gate(0), step.hidden());
    }
  }

  @Override
  public void prepareBackward(Rows all) {
    if (rectified) {
      // h is never negative, so its sign is the slope, with slope 0 at 0 as in PyTorch.
      Nd4j.getExecutioner().exec(new Sign(all.hidden(), all.dGate(0)));
    } else {
      Elementwise.tanhSlope(all.hidden(), all.dGate(0));
    }
  }

  @Override
  public void backward(Rows step, INDArray dHidden, INDArray dCell, INDArray dHiddenBefore) {
    step.dGate(0).muli(dHidden);
  }
}
