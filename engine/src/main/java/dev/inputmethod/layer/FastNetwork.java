package dev.inputmethod.layer;

import dev.inputmethod.kernel.AdamRates;
import dev.inputmethod.kernel.Answers;
import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.NetworkPass;
import dev.inputmethod.kernel.Shape;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network of {@link Recurrent} layers, trained by {@link CorrectedAdam} in single precision,
 * whose steps run in the {@linkplain Kernels kernels} on Java arrays. A {@link WordEmbedding} may
 * lie below; above lies a {@link FinalState} with a {@link SoftmaxOutput} or {@link LinearOutput},
 * or a {@link SoftmaxOutput} alone, which answers at the last steps.
 *
 * <p>To the outside it is DL4J's network. Its parameters live in an array of their own while it
 * trains, and are copied into DL4J's flat view when somebody asks for them; whoever writes to that
 * view must do so through {@link #setParams}.
 */
@SuppressWarnings("overrides") // DL4J's own: an array there where its interface has varargs.
public final class FastNetwork extends ArrayNetwork {
  private static final long serialVersionUID = 1L;

  private transient @Nullable FastPasses passes;

  /** Norms of the last step, by parameter; empty if it was not observed. */
  private final transient Map<String, FastState.Norms> norms = new HashMap<>();

  private transient boolean observed;

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
    network.begin();
    return network;
  }

  /** A network that goes on where another one is, which may have been loaded from a file. */
  public static FastNetwork continuing(MultiLayerNetwork other) {
    FastNetwork network = new FastNetwork(other.getLayerWiseConfigurations().clone());
    network.init(other.params().dup(), false);
    network.begin();
    network.continueMoments(other.getUpdater());
    return network;
  }

  private void begin() {
    passes = new FastPasses(kernels(), layers, adopt());
  }

  private FastPasses passes() {
    return Objects.requireNonNull(passes, "made by initial or continuing");
  }

  /** The vectors that the kernels run on, such as {@code vector-512}; without, {@code loops}. */
  public String kernelName() {
    return kernels().name();
  }

  @Override
  public synchronized void fit(
      INDArray features,
      INDArray labels,
      @Nullable INDArray featuresMask,
      @Nullable INDArray labelsMask) {
    if (featuresMask != null) {
      throw new IllegalArgumentException(
          "the fast form has no masks of its input; use MultiLayerNetwork");
    }
    setInput(features);
    setLabels(labels);
    compute(labelsMask);
    for (TrainingListener listener : trainingListeners) {
      listener.onGradientCalculation(this);
    }
    step();
    stepped();
    for (TrainingListener listener : trainingListeners) {
      listener.iterationDone(this, getIterationCount(), getEpochCount());
    }
    setIterationCount(getIterationCount() + 1);
  }

  /**
   * Takes norms of updates and parameters within the step that is under way, while their numbers
   * are in the cache. Without it they are the same, and cost more.
   */
  public void observeStep() {
    observed = true;
  }

  private void step() {
    norms.clear();
    if (!observed) {
      state().step(rates());
      return;
    }
    observed = false;
    Map<String, INDArray> shapes = ParameterNames.shapes(this);
    List<Integer> lengths =
        shapes.values().stream().map(view -> Math.toIntExact(view.length())).toList();
    Iterator<FastState.Norms> taken = state().step(rates(), lengths).iterator();
    shapes.keySet().forEach(name -> norms.put(name, taken.next()));
  }

  boolean clip(GradientClipping clipping) {
    return clipping.clip(state().gradients(), kernels());
  }

  private AdamRates rates() {
    CorrectedAdam adam = (CorrectedAdam) passes().recurrent().get(0).layerConf().getIUpdater();
    int iteration = getIterationCount();
    return AdamRates.of(
        adam.getLearningRate(iteration, getEpochCount()),
        adam.getBeta1(),
        adam.getBeta2(),
        adam.getEpsilon(),
        iteration + 1L);
  }

  /** Computes all gradients and the mean loss of the batch that is set, without an update. */
  @Override
  public void computeGradientAndScore() {
    compute(getOutputLayer().getMaskArray());
  }

  private void compute(@Nullable INDArray labelsMask) {
    FastBatches batches = passes().batches();
    Shape shape = FastBatches.shape(input);
    Answers answers = batches.answers(shape, labelsMask);
    float[] batch = batches.input(input);
    float[] targets = batches.targets(labels, shape, answers);
    NetworkPass network = passes().of(shape, answers);
    observe(network);
    score = network.train(batch, targets, passes()::mask);
    report(network);
  }

  private void observe(NetworkPass network) {
    List<RecurrentLayer> recurrent = passes().recurrent();
    for (int level = 0; level < recurrent.size(); level++) {
      network.levels().get(level).observe(recurrent.get(level).observation().isPresent());
    }
  }

  private void report(NetworkPass network) {
    List<RecurrentLayer> recurrent = passes().recurrent();
    for (int level = 0; level < recurrent.size(); level++) {
      Optional<GradientObservation> observation = recurrent.get(level).observation();
      if (observation.isPresent()) {
        Cell cell = recurrent.get(level).layerConf().cell();
        new StepNorms(network, cell).report(observation.get(), level);
      }
    }
  }

  /**
   * ln p of every class, in nats, or the numbers, row-major: {@code [batch, outputs]} of a network
   * with final states, else {@code [batch, lastSteps, outputs]}.
   *
   * @param input ids {@code [batch, time]}, or numbers {@code [batch, features, time]}
   */
  public float[] answers(INDArray input, int lastSteps) {
    FastBatches batches = passes().batches();
    Shape shape = FastBatches.shape(input);
    Answers answers = batches.answers(lastSteps);
    float[] byStep = passes().of(shape, answers).answers(batches.input(input));
    return FastBatches.byExample(byStep, shape.batch(), answers.perExample());
  }

  ParameterValues parameterValues() {
    return values(ArrayValues.Numbers.of(state().parameters()), FastState.Norms::value);
  }

  ParameterValues gradientValues() {
    return new ArrayValues(
        kernels(),
        ArrayValues.Numbers.of(state().gradients()),
        ParameterNames.shapes(this),
        Map.of());
  }

  /** What the last step subtracted from θ. */
  ParameterValues updates() {
    return values(state().updates(), FastState.Norms::update);
  }

  private ParameterValues values(
      ArrayValues.Numbers flat, ToDoubleFunction<FastState.Norms> which) {
    Map<String, Double> known = new HashMap<>();
    norms.forEach((name, each) -> known.put(name, which.applyAsDouble(each)));
    return new ArrayValues(kernels(), flat, ParameterNames.shapes(this), known);
  }

  /** What was known of a step no longer holds. */
  @Override
  public void setParams(INDArray values) {
    super.setParams(values);
    norms.clear();
  }
}
