package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Bounds a gradient before the updater sees it. */
public sealed interface GradientClipping {

  /**
   * Clips a gradient in place; one that is no number stays as it is, so that it is noticed.
   *
   * @param gradient of all parameters, the network's flat view
   * @return whether it was changed
   */
  boolean clip(INDArray gradient);

  /**
   * Scales the whole gradient so that its L2 norm over all parameters is at most {@code most}; its
   * direction stays (Pascanu, Mikolov and Bengio 2013).
   */
  record ByGlobalNorm(double most) implements GradientClipping {
    @Override
    public boolean clip(INDArray gradient) {
      double norm = gradient.norm2Number().doubleValue();
      if (!(norm > most) || Double.isInfinite(norm)) {
        return false;
      }
      gradient.muli(most / norm);
      return true;
    }
  }

  /** Bounds each number on its own to ±{@code most}; the direction changes. */
  record ByValue(double most) implements GradientClipping {
    @Override
    public boolean clip(INDArray gradient) {
      double largest = gradient.amaxNumber().doubleValue();
      if (!(largest > most)) {
        return false;
      }
      Nd4j.exec(
          DynamicCustomOp.builder("clipbyvalue")
              .addInputs(gradient)
              .addOutputs(gradient)
              .addFloatingPointArguments(-most, most)
              .build());
      return true;
    }
  }
}
