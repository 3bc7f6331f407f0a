package dev.inputmethod.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A cell's arithmetic with one mistake in it. */
final class WrongMath implements CellMath {

  enum Mistake {
    NONE,
    /** The first gate's gradient has the wrong sign. */
    SIGN,
    /** The last step but one has no gradient. */
    MISSED_STEP,
    /** The recurrent bias is left out of the sums. */
    NO_BIAS
  }

  private final CellMath right;
  private final Mistake mistake;
  private final INDArray recurrentBias;
  private final int gates;
  private int stepsBack;

  WrongMath(RecurrentLayer layer, Mistake mistake) {
    this.right = layer.layerConf().cell().math();
    this.mistake = mistake;
    this.gates = layer.layerConf().cell().gates();
    this.recurrentBias = layer.getParam("forward.recurrentBias");
  }

  @Override
  public boolean separatesRecurrentSum() {
    return right.separatesRecurrentSum();
  }

  @Override
  public void forward(Rows step) {
    if (mistake == Mistake.NO_BIAS) {
      for (int gate = 0; gate < gates; gate++) {
        long hidden = step.hidden().size(1);
        step.recurrent(gate)
            .subiRowVector(recurrentBias.get(interval(gate * hidden, (gate + 1) * hidden)));
      }
    }
    right.forward(step);
  }

  @Override
  public void prepareBackward(Rows allSteps) {
    stepsBack = 0;
    right.prepareBackward(allSteps);
  }

  @Override
  public void backward(Rows step, INDArray dHidden, INDArray dCell, INDArray dHiddenBefore) {
    right.backward(step, dHidden, dCell, dHiddenBefore);
    if (mistake == Mistake.SIGN) {
      step.dGate(0).negi();
    }
    if (mistake == Mistake.MISSED_STEP && stepsBack == 1) {
      for (int gate = 0; gate < gates; gate++) {
        step.dGate(gate).assign(0);
        step.dRecurrent(gate).assign(0);
      }
    }
    stepsBack++;
  }
}
