package dev.inputmethod.layer;

import dev.inputmethod.kernel.Kernels;
import java.util.List;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of DL4J's whose parameters, gradients and moments live in a {@link FastState}, and are
 * copied into DL4J's views when somebody asks for them. Every way to train leads to {@code
 * fit(INDArray, INDArray, INDArray, INDArray)}, which is the subclass's, or is refused: DL4J's own
 * would train the views.
 */
@SuppressWarnings("overrides") // DL4J's own: an array there where its interface has varargs.
abstract class ArrayNetwork extends MultiLayerNetwork {
  private static final long serialVersionUID = 1L;

  private final transient Kernels kernels = Kernels.best();
  private transient @Nullable FastState state;
  private transient boolean viewIsOld;
  private transient boolean updaterIsOld;

  ArrayNetwork(MultiLayerConfiguration configuration) {
    super(configuration);
  }

  /** From now on the parameters live in an array, which begins as a copy of DL4J's view. */
  final FastState adopt() {
    if (flattenedParams.dataType() != DataType.FLOAT) {
      throw new IllegalArgumentException("the fast form computes in single precision only");
    }
    initGradientsView();
    FastState adopted = new FastState(kernels, numbers(flattenedParams));
    state = adopted;
    return adopted;
  }

  final Kernels kernels() {
    return kernels;
  }

  final FastState state() {
    if (state == null) {
      throw new IllegalStateException("the parameters have not been adopted yet");
    }
    return state;
  }

  /** To be called after each update of the arrays. */
  final void stepped() {
    viewIsOld = true;
    updaterIsOld = true;
  }

  private static float[] numbers(INDArray view) {
    return view.reshape(view.length()).dup('c').data().asFloat();
  }

  private static void write(float[] numbers, INDArray into) {
    into.assign(Nd4j.createFromArray(numbers).reshape(into.shape()));
  }

  /** One epoch. */
  @Override
  public void fit(DataSetIterator batches) {
    for (TrainingListener listener : trainingListeners) {
      listener.onEpochStart(this);
    }
    if (!batches.hasNext() && batches.resetSupported()) {
      batches.reset();
    }
    while (batches.hasNext()) {
      fit(batches.next());
    }
    for (TrainingListener listener : trainingListeners) {
      listener.onEpochEnd(this);
    }
    incrementEpochCount();
  }

  @Override
  public void fit(INDArray features, int[] labels) {
    throw new UnsupportedOperationException(
        "this makes one-hot rows of the labels; call fit(INDArray, INDArray) with the classes");
  }

  @Override
  public INDArray params() {
    if (viewIsOld) {
      write(state().parameters(), flattenedParams);
      viewIsOld = false;
    }
    return super.params();
  }

  @Override
  public void setParams(INDArray values) {
    super.setParams(values);
    if (state != null) {
      state.set(numbers(flattenedParams));
      viewIsOld = false;
    }
  }

  @Override
  public INDArray getGradientsViewArray() {
    write(state().gradients(), flattenedGradients);
    return flattenedGradients;
  }

  @Override
  public Gradient gradient() {
    return new DefaultGradient(getGradientsViewArray());
  }

  /** DL4J's updater, with the moments as they are now: what is saved with the model. */
  @Override
  public Updater getUpdater(boolean initialise) {
    Updater updater = super.getUpdater(initialise);
    if (updater != null && updaterIsOld) {
      write(state().moments(), updater.getStateViewArray());
      updaterIsOld = false;
    }
    return updater;
  }

  /** Takes over an updater's moments. */
  final void continueMoments(Updater updater) {
    state().setMoments(numbers(updater.getStateViewArray()));
    updaterIsOld = true;
  }

  @Override
  public void setUpdater(Updater updater) {
    super.setUpdater(updater);
    continueMoments(updater);
  }

  /** DL4J drops its updater here; the next one that it makes begins with zeros. */
  @Override
  public void clear() {
    super.clear();
    updaterIsOld = true;
  }

  /** What runs in DL4J's own way reads the views. */
  @Override
  protected synchronized List<INDArray> ffToLayerActivationsDetached(
      boolean train,
      FwdPassType passType,
      boolean storeLastForTBPTT,
      int layerIndex,
      INDArray features,
      @Nullable INDArray featuresMask,
      @Nullable INDArray labelsMask,
      boolean clearInputs) {
    params();
    return super.ffToLayerActivationsDetached(
        train,
        passType,
        storeLastForTBPTT,
        layerIndex,
        features,
        featuresMask,
        labelsMask,
        clearInputs);
  }

  @Override
  protected INDArray outputOfLayerDetached(
      boolean train,
      FwdPassType passType,
      int layerIndex,
      INDArray features,
      @Nullable INDArray featuresMask,
      @Nullable INDArray labelsMask,
      @Nullable MemoryWorkspace outputWorkspace) {
    params();
    return super.outputOfLayerDetached(
        train, passType, layerIndex, features, featuresMask, labelsMask, outputWorkspace);
  }
}
