package dev.inputmethod.layer;

import dev.inputmethod.kernel.AdamRates;
import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.NetworkPass;
import dev.inputmethod.kernel.NetworkWeights;
import dev.inputmethod.kernel.RecurrentPass.CellKind;
import dev.inputmethod.kernel.Shape;
import dev.inputmethod.kernel.Span;
import dev.inputmethod.kernel.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.api.Layer;
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
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of a {@link WordEmbedding}, {@link Recurrent} layers, {@link FinalState} and {@link
 * SoftmaxOutput}, trained by {@link CorrectedAdam} in single precision, whose steps run in the
 * {@linkplain Kernels kernels} on Java arrays.
 *
 * <p>To the outside it is DL4J's network. Its parameters live in an array of their own while it
 * trains, and are copied into DL4J's flat view when somebody asks for them; whoever writes to that
 * view must do so through {@link #setParams}.
 */
@SuppressWarnings("overrides") // DL4J's own: an array there where its interface has varargs.
public final class FastNetwork extends MultiLayerNetwork {
  private static final long serialVersionUID = 1L;

  private final transient Kernels kernels = Kernels.best();
  private final transient List<RecurrentLayer> recurrent = new ArrayList<>();
  private transient float[] parameters = {};
  private transient float[] gradients = {};
  private transient float[] firstMoments = {};
  private transient float[] secondMoments = {};
  private transient float[] updates = {};
  private transient boolean keepsUpdates;
  private transient boolean viewIsOld;
  private transient boolean updaterIsOld;
  private transient @Nullable NetworkPass pass;

  private FastNetwork(MultiLayerConfiguration configuration) {
    super(configuration);
  }

  /**
   * A network with parameters drawn as the configuration says.
   *
   * @throws IllegalArgumentException when the configuration is another than the class describes
   */
  public static FastNetwork initial(MultiLayerConfiguration configuration) {
    FastNetwork network = new FastNetwork(configuration);
    network.init();
    network.adopt();
    return network;
  }

  /** A network that goes on where another one is, which may have been loaded from a file. */
  public static FastNetwork continuing(MultiLayerNetwork other) {
    FastNetwork network = new FastNetwork(other.getLayerWiseConfigurations().clone());
    network.init(other.params().dup(), false);
    network.adopt();
    INDArray state = other.getUpdater().getStateViewArray();
    int half = network.parameters.length;
    float[] moments = state.reshape(state.length()).dup('c').data().asFloat();
    System.arraycopy(moments, 0, network.firstMoments, 0, half);
    System.arraycopy(moments, half, network.secondMoments, 0, half);
    network.updaterIsOld = true;
    return network;
  }

  private void adopt() {
    for (Layer layer : layers) {
      if (layer instanceof RecurrentLayer one) {
        recurrent.add(one);
      }
    }
    requireServed();
    initGradientsView();
    parameters = flattenedParams.reshape(flattenedParams.length()).dup('c').data().asFloat();
    gradients = new float[parameters.length];
    firstMoments = new float[parameters.length];
    secondMoments = new float[parameters.length];
  }

  private void requireServed() {
    boolean served =
        layers.length == recurrent.size() + 3
            && !recurrent.isEmpty()
            && recurrent.stream().allMatch(layer -> layer.layerConf().truncation() == 0)
            && layers[0] instanceof WordEmbeddingLayer
            && layers[layers.length - 2] instanceof FinalStateLayer
            && layers[layers.length - 1] instanceof SoftmaxOutputLayer
            && flattenedParams.dataType() == DataType.FLOAT;
    if (!served) {
      throw new IllegalArgumentException(
          "the fast form wants a WordEmbedding, Recurrent layers without truncation, a FinalState and"
              + " a SoftmaxOutput in single precision; use MultiLayerNetwork for others");
    }
  }

  /** What the kernels run on, such as {@code vector-512} or {@code loops}. */
  public String form() {
    return kernels.form();
  }

  /** From the next step on, keeps what {@link #updates} wants, which costs a copy a step. */
  public void keepUpdates(boolean keep) {
    keepsUpdates = keep;
  }

  @Override
  public synchronized void fit(
      INDArray features,
      INDArray labels,
      @Nullable INDArray featuresMask,
      @Nullable INDArray labelsMask) {
    if (featuresMask != null || labelsMask != null) {
      throw new IllegalArgumentException("the fast form has no masks; use MultiLayerNetwork");
    }
    setInput(features);
    setLabels(labels);
    computeGradientAndScore();
    for (TrainingListener listener : trainingListeners) {
      listener.onGradientCalculation(this);
    }
    if (keepsUpdates) {
      keepUpdatesOf(this::takeStep);
    } else {
      takeStep();
    }
    for (TrainingListener listener : trainingListeners) {
      listener.iterationDone(this, getIterationCount(), getEpochCount());
    }
    setIterationCount(getIterationCount() + 1);
  }

  private void keepUpdatesOf(Runnable step) {
    if (updates.length == 0) {
      updates = new float[parameters.length];
    }
    System.arraycopy(parameters, 0, updates, 0, updates.length);
    step.run();
    for (int i = 0; i < updates.length; i++) {
      updates[i] -= parameters[i];
    }
  }

  private void takeStep() {
    CorrectedAdam adam = (CorrectedAdam) recurrent.get(0).layerConf().getIUpdater();
    int iteration = getIterationCount();
    AdamRates rates =
        AdamRates.of(
            adam.getLearningRate(iteration, getEpochCount()),
            adam.getBeta1(),
            adam.getBeta2(),
            adam.getEpsilon(),
            iteration + 1L);
    kernels.adam(
        new Span(parameters, 0),
        new Span(gradients, 0),
        new Span(firstMoments, 0),
        new Span(secondMoments, 0),
        parameters.length,
        rates);
    viewIsOld = true;
    updaterIsOld = true;
  }

  /** Of the batch that is set: all gradients and the mean loss, without an update. */
  @Override
  public void computeGradientAndScore() {
    int[] ids = whole(input);
    int[] targets = whole(labels);
    Shape shape = new Shape(Math.toIntExact(input.size(1)), Math.toIntExact(input.size(0)));
    requireIds(ids, "word ids");
    requireIds(targets, "targets");
    NetworkPass network = passFor(shape);
    score = network.train(ids, targets, this::mask);
    report(network);
  }

  private static int[] whole(INDArray numbers) {
    return numbers.dup('c').data().asInt();
  }

  private void requireIds(int[] ids, String what) {
    long words = ((WordEmbedding) layers[0].conf().getLayer()).getNIn();
    for (int id : ids) {
      if (id < 0 || id >= words) {
        throw new IllegalArgumentException(
            "%s from 0 to %d are allowed, %d was found".formatted(what, words - 1, id));
      }
    }
  }

  private NetworkPass passFor(Shape shape) {
    NetworkPass kept = pass;
    if (kept != null && kept.shape().equals(shape)) {
      return kept;
    }
    if (kept != null) {
      kept.release();
    }
    List<Recurrent> levels = recurrent.stream().map(RecurrentLayer::layerConf).toList();
    WordEmbedding words = (WordEmbedding) layers[0].conf().getLayer();
    SoftmaxOutput output = (SoftmaxOutput) layers[layers.length - 1].conf().getLayer();
    NetworkWeights weights = FastArrays.weights(parameters, words, levels, output);
    NetworkWeights ofGradients = FastArrays.weights(gradients, words, levels, output);
    List<Boolean> dropout = levels.stream().map(level -> level.dropout() > 0).toList();
    NetworkPass made =
        new NetworkPass(kernels, kind(levels.get(0).cell()), weights, ofGradients, dropout, shape);
    pass = made;
    return made;
  }

  private static CellKind kind(Cell cell) {
    return switch (cell) {
      case RNN_TANH -> CellKind.TANH;
      case RNN_RELU -> CellKind.RELU;
      case LSTM -> CellKind.LSTM;
      case GRU -> CellKind.GRU;
    };
  }

  private Optional<float[]> mask(int level, Steps input) {
    return recurrent
        .get(level)
        .drawMask((long) input.shape().time() * input.shape().batch(), input.features());
  }

  private void report(NetworkPass network) {
    for (int level = 0; level < recurrent.size(); level++) {
      Optional<GradientObservation> observation = recurrent.get(level).observation();
      if (observation.isPresent()) {
        new StepNorms(network).report(observation.get(), level);
      }
    }
  }

  /**
   * ln p of every word after each context, in nats: {@code [batch, words]}, row-major.
   *
   * @param ids {@code [batch, time]}
   */
  float[] logProbabilities(INDArray ids) {
    int[] words = whole(ids);
    requireIds(words, "word ids");
    return passFor(new Shape(Math.toIntExact(ids.size(1)), Math.toIntExact(ids.size(0))))
        .logProbabilities(words);
  }

  ParameterValues parameterValues() {
    return new ArrayValues(kernels, parameters, ParameterNames.shapes(this));
  }

  ParameterValues gradientValues() {
    return new ArrayValues(kernels, gradients, ParameterNames.shapes(this));
  }

  /** θ before the step − θ after it. */
  ParameterValues updates() {
    if (!keepsUpdates) {
      throw new IllegalStateException("ask for updates to be kept before the step");
    }
    return new ArrayValues(kernels, updates, ParameterNames.shapes(this));
  }

  @Override
  public INDArray params() {
    if (viewIsOld) {
      write(parameters, flattenedParams);
      viewIsOld = false;
    }
    return super.params();
  }

  @Override
  public void setParams(INDArray values) {
    super.setParams(values);
    if (parameters.length > 0) {
      float[] given = flattenedParams.reshape(flattenedParams.length()).dup('c').data().asFloat();
      System.arraycopy(given, 0, parameters, 0, given.length);
      viewIsOld = false;
    }
  }

  @Override
  public INDArray getGradientsViewArray() {
    write(gradients, flattenedGradients);
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
      float[] moments = Arrays.copyOf(firstMoments, 2 * firstMoments.length);
      System.arraycopy(secondMoments, 0, moments, firstMoments.length, secondMoments.length);
      write(moments, updater.getStateViewArray());
      updaterIsOld = false;
    }
    return updater;
  }

  private static void write(float[] numbers, INDArray into) {
    into.assign(Nd4j.createFromArray(numbers).reshape(into.shape()));
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
