package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Recurrent} layer at work in a network. */
final class RecurrentLayer extends BaseRecurrentLayer<Recurrent> implements StepChoice {
  private static final long serialVersionUID = 1L;

  private final transient InputDropout dropout;
  private final transient CellMath math;
  private transient Optional<RecurrentState> start = Optional.empty();
  private transient int firstOfStart;
  private transient Optional<GradientObservation> observation = Optional.empty();
  private transient boolean everyStep;
  private transient @Nullable LayerMemory memory;
  private transient @Nullable INDArray read;

  RecurrentLayer(NeuralNetConfiguration conf, DataType type, CellMath math) {
    super(conf, type);
    this.math = math;
    this.dropout = new InputDropout(layerConf().dropout());
    this.dropout.seed(conf.getSeed());
  }

  void suspendDropout(boolean suspended) {
    dropout.suspend(suspended);
  }

  void seedDropout(long seed) {
    dropout.seed(seed);
  }

  /**
   * From the next forward pass on.
   *
   * @param state the whole network's; empty to start from zeros
   * @param first this layer's first direction in it
   */
  void startFrom(Optional<RecurrentState> state, int first) {
    this.start = state;
    this.firstOfStart = first;
  }

  /** Whether pieces of truncated backpropagation are counted from the first step. */
  @Override
  public void targetsAtEveryStep(boolean value) {
    this.everyStep = value;
  }

  /** From the next backward pass on. */
  void observe(Optional<GradientObservation> by) {
    this.observation = by;
  }

  /** Who observes, if anybody does. */
  Optional<GradientObservation> observation() {
    return observation;
  }

  /**
   * The factors of the input's numbers in the next training pass, {@code [rows, features]}; empty
   * where nothing is dropped.
   */
  Optional<float[]> drawMask(long rows, long features) {
    return dropout.active()
        ? Optional.of(dropout.draw(dataType, rows, features).dup('c').data().asFloat())
        : Optional.empty();
  }

  /** What the last pass left, forward direction first. */
  List<DirectionMemory> directions() {
    if (memory == null) {
      throw new IllegalStateException("no forward pass yet " + layerId());
    }
    return memory.directions();
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Shapes.requireSteps(input, layerConf().getNIn(), layerId());
    long batch = input.size(0);
    long time = input.size(2);
    LayerMemory kept = memoryFor(batch, time);
    INDArray rows = rowsOfInput(kept, training);
    read = rows;
    Optional<StepMask> mask = stepMask();
    long width = layerConf().directions() * layerConf().getNOut();
    INDArray output =
        TimeMajor.allocate(workspaces, ArrayType.ACTIVATIONS, dataType, batch, width, time);
    INDArray outputRows = TimeMajor.rows(output);
    for (int d = 0; d < layerConf().directions(); d++) {
      DirectionMemory direction = kept.directions().get(d);
      begin(direction, d);
      pass(d, direction, mask).forward(rows);
      half(outputRows, d).assign(direction.all().hidden());
    }
    mask.ifPresent(padding -> padding.clearPadded(outputRows));
    return output;
  }

  private LayerMemory memoryFor(long batch, long time) {
    LayerMemory kept = memory;
    if (kept == null || !kept.fits(batch, time)) {
      kept = new LayerMemory(layerConf(), math, dataType, batch, time);
      memory = kept;
    }
    return kept;
  }

  private INDArray rowsOfInput(LayerMemory kept, boolean training) {
    INDArray rows = kept.inputCopy();
    boolean inPlace = input.dataType() == dataType && TimeMajor.isLaidOut(input);
    if (inPlace) {
      rows = TimeMajor.rows(input);
    } else {
      TimeMajor.copy(input, rows);
    }
    if (training && dropout.active()) {
      dropout.apply(rows, kept.inputCopy());
      rows = kept.inputCopy();
    }
    return rows;
  }

  private void begin(DirectionMemory direction, int index) {
    direction.initialHidden().assign(0);
    if (layerConf().cell().hasCellState()) {
      direction.initialCell().assign(0);
    }
    start.ifPresent(
        state -> {
          direction.initialHidden().assign(one(state.hidden(), firstOfStart + index));
          state.cell().ifPresent(c -> direction.initialCell().assign(one(c, firstOfStart + index)));
        });
  }

  private static INDArray one(INDArray states, int index) {
    return states.tensorAlongDimension(index, 1, 2);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray rows = read;
    if (rows == null) {
      throw new IllegalStateException("no forward pass before this backward pass " + layerId());
    }
    long batch = input.size(0);
    long time = input.size(2);
    Optional<StepMask> mask = stepMask();
    INDArray above = TimeMajor.rows(epsilon.castTo(dataType));
    INDArray dInput =
        TimeMajor.allocate(
            workspaces, ArrayType.ACTIVATION_GRAD, dataType, batch, layerConf().getNIn(), time);
    INDArray dRows = TimeMajor.rows(dInput);
    List<INDArray> dCells = observedCells(time * batch);
    for (int d = 0; d < layerConf().directions(); d++) {
      DirectionMemory direction = directions().get(d);
      direction.dHidden().assign(0);
      direction.all().dHidden().assign(half(above, d));
      mask.ifPresent(padding -> padding.clearPadded(direction.all().dHidden()));
      DirectionPass pass = pass(d, direction, mask);
      pass.backward(dCells.isEmpty() ? Optional.empty() : Optional.of(dCells.get(d)));
      pass.gradients(rows, DirectionWeights.of(gradientViews, d == 1), dRows, d);
    }
    if (dropout.active()) {
      dropout.backward(dRows);
    }
    observation.ifPresent(
        by ->
            by.report(
                layerConf().cell(), directions(), dCells, mask, dRows, Math.toIntExact(batch)));
    return new Pair<>(gradientOf(gradientViews), dInput);
  }

  /** Where ∂L/∂c of every step goes, for each direction; nowhere unless it is observed. */
  private List<INDArray> observedCells(long rows) {
    List<INDArray> dCells = new ArrayList<>();
    if (observation.isPresent() && layerConf().cell().hasCellState()) {
      for (int d = 0; d < layerConf().directions(); d++) {
        dCells.add(Buffers.matrix(dataType, rows, layerConf().getNOut()));
      }
    }
    return dCells;
  }

  private DirectionPass pass(int index, DirectionMemory direction, Optional<StepMask> mask) {
    Truncation truncation = new Truncation(layerConf().truncation(), everyStep);
    if (truncation.steps() > 0 && mask.isPresent()) {
      throw new IllegalArgumentException(
          "truncated backpropagation takes sequences of one length, and no mask " + layerId());
    }
    return new DirectionPass(
        math, direction, DirectionWeights.of(params, index == 1), mask, truncation);
  }

  private static Gradient gradientOf(Map<String, INDArray> views) {
    Gradient gradient = new DefaultGradient();
    views.forEach(gradient.gradientForVariable()::put);
    return gradient;
  }

  /** One direction's columns. */
  private INDArray half(INDArray rows, int direction) {
    long hidden = layerConf().getNOut();
    return Matrices.columns(rows, direction * hidden, hidden);
  }

  private Optional<StepMask> stepMask() {
    return Optional.ofNullable(maskArray).map(mask -> new StepMask(mask, dataType));
  }

  /** The view already holds the gradient of the mean loss. */
  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return false;
  }

  @Override
  public boolean hasBias() {
    return layerConf().hasBias();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public Type type() {
    return Type.RECURRENT;
  }

  @Override
  public void clear() {
    super.clear();
    read = null;
  }

  @Override
  public INDArray rnnTimeStep(INDArray oneStep, LayerWorkspaceMgr workspaces) {
    throw new UnsupportedOperationException(
        "set an initial state (RecurrentState.startIn) and call output instead " + layerId());
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray steps, boolean training, boolean store, LayerWorkspaceMgr workspaces) {
    throw new UnsupportedOperationException("set the layer's truncation instead " + layerId());
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int length, LayerWorkspaceMgr workspaces) {
    throw new UnsupportedOperationException("set the layer's truncation instead " + layerId());
  }
}
