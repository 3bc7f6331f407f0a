package dev.inputmethod.layer;

import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.Span;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Bounds a gradient before the updater sees it. */
public sealed interface GradientClipping {

  /**
   * Clips a gradient in place. One that is not a number stays as it is, so that it is noticed.
   *
   * @param gradient of all parameters, the network's flat view
   * @return whether it was changed
   */
  boolean clip(INDArray gradient);

  /** The same of a gradient in an array. */
  boolean clip(float[] gradient, Kernels kernels);

  /** The same of a network that has computed its gradient and not yet used it. */
  default boolean clip(MultiLayerNetwork network) {
    return network instanceof FastNetwork fast
        ? fast.clip(this)
        : clip(network.getFlattenedGradients());
  }

  /**
   * Scales the whole gradient so that its L2 norm over all parameters is at most {@code most}; its
   * direction stays (Pascanu, Mikolov and Bengio 2013).
   */
  record ByGlobalNorm(double most) implements GradientClipping {
    @Override
    public boolean clip(INDArray gradient) {
      double norm = ViewValues.norm(gradient);
      if (!isLong(norm)) {
        return false;
      }
      gradient.muli(most / norm);
      return true;
    }

    @Override
    public boolean clip(float[] gradient, Kernels kernels) {
      double norm = kernels.norm(new Span(gradient, 0), gradient.length);
      if (!isLong(norm)) {
        return false;
      }
      float factor = (float) (most / norm);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= factor;
      }
      return true;
    }

    private boolean isLong(double norm) {
      return norm > most && !Double.isInfinite(norm);
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

    @Override
    public boolean clip(float[] gradient, Kernels kernels) {
      float bound = (float) most;
      boolean changed = false;
      for (int i = 0; i < gradient.length; i++) {
        float each = gradient[i];
        if (Math.abs(each) > bound) {
          gradient[i] = Math.copySign(bound, each);
          changed = true;
        }
      }
      return changed;
    }
  }
}
