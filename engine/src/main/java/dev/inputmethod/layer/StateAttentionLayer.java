package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link StateAttention} at work in a network. */
final class StateAttentionLayer extends BaseLayer<StateAttention> implements StepChoice {
  private static final long serialVersionUID = 1L;

  private transient boolean everyStep;

  /** For each query, {@code [steps, batch]}; outside of workspaces. */
  private final transient List<INDArray> weights = new ArrayList<>();

  StateAttentionLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    this.everyStep = layerConf().everyStep();
  }

  @Override
  public void targetsAtEveryStep(boolean value) {
    this.everyStep = value || layerConf().everyStep();
  }

  /** The weights of the last query, which looks at every step: {@code [batch][time]}. */
  double[][] finalWeights() {
    if (weights.isEmpty()) {
      throw new IllegalStateException("no forward pass yet " + layerId());
    }
    return weights.get(weights.size() - 1).transpose().toDoubleMatrix();
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Shapes.requireSteps(input, layerConf().getNIn(), layerId());
    INDArray states = TimeMajor.rows(input);
    INDArray output = allocate(workspaces, ArrayType.ACTIVATIONS, layerConf().getNOut());
    INDArray rows = everyStep ? TimeMajor.rows(output) : output;
    StateScores scores = scores(states, Map.of());
    weights.clear();
    for (int query = 0; query < queries(); query++) {
      AttendedState attended = new AttendedState(states, scores, count(query));
      INDArray state = query(states, query);
      INDArray shares = attended.weights(state, real());
      half(rows, query, 0).assign(state);
      half(rows, query, 1).assign(attended.context(shares));
      weights.add(kept(shares));
    }
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray states = TimeMajor.rows(input);
    INDArray above = everyStep ? TimeMajor.rows(epsilon) : epsilon;
    INDArray dInput =
        TimeMajor.allocate(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            dataType,
            input.size(0),
            input.size(1),
            input.size(2));
    INDArray dStates = TimeMajor.rows(dInput);
    dStates.assign(0);
    Map<String, INDArray> views = gradientViews == null ? Map.of() : gradientViews;
    StateScores scores = scores(states, views);
    for (int query = 0; query < queries(); query++) {
      INDArray dQuery = half(above, query, 0).dup('c');
      INDArray dContext = half(above, query, 1).dup('c');
      new AttendedState(states, scores, count(query))
          .backward(query(states, query), weights.get(query), dContext, dQuery, dStates);
      giveBack(dStates, query, dQuery);
    }
    scores.finish(dStates);
    Gradient gradient = new DefaultGradient();
    views.forEach(gradient.gradientForVariable()::put);
    return new Pair<>(gradient, dInput);
  }

  private StateScores scores(INDArray states, Map<String, INDArray> gradients) {
    return switch (layerConf().score()) {
      case DOT -> new DotScores(states);
      case ADDITIVE -> new AdditiveScores(states, params, gradients);
    };
  }

  private int queries() {
    return everyStep ? Math.toIntExact(input.size(2)) : 1;
  }

  /** Rows that a query looks at: those up to its own step. */
  private long count(int query) {
    return everyStep ? (query + 1) * input.size(0) : input.size(0) * input.size(2);
  }

  /** {@code [batch, n]}. */
  private INDArray query(INDArray states, int query) {
    if (everyStep) {
      return Matrices.rows(states, query * input.size(0), input.size(0));
    }
    INDArray state = Nd4j.create(dataType, new long[] {input.size(0), input.size(1)}, 'c');
    finalStates().read(states, state);
    return state;
  }

  private void giveBack(INDArray dStates, int query, INDArray dQuery) {
    if (everyStep) {
      query(dStates, query).addi(dQuery);
    } else {
      finalStates().addTo(dStates, dQuery);
    }
  }

  private FinalStates finalStates() {
    return new FinalStates(layerConf().bidirectional(), maskArray, layerId());
  }

  /** A query at a padded step has no target, and those before padding do not see it. */
  private Optional<INDArray> real() {
    return everyStep || maskArray == null
        ? Optional.empty()
        : Optional.of(TimeMajor.column(maskArray, dataType));
  }

  /** The query's half of its rows, {@code which} 0, or the context's, 1. */
  private INDArray half(INDArray rows, int query, int which) {
    long n = input.size(1);
    return Matrices.block(rows, query * input.size(0), input.size(0), which * n, n);
  }

  private INDArray allocate(LayerWorkspaceMgr workspaces, ArrayType kind, long features) {
    return everyStep
        ? TimeMajor.allocate(workspaces, kind, dataType, input.size(0), features, input.size(2))
        : workspaces.createUninitialized(kind, dataType, new long[] {input.size(0), features}, 'c');
  }

  private INDArray kept(INDArray shares) {
    INDArray copy = Buffers.matrix(dataType, shares.size(0), shares.size(1));
    copy.assign(shares);
    return copy;
  }

  /** The layer above sees no time steps, unless there is a target at every one. */
  @Override
  public @Nullable Pair<INDArray, MaskState> feedForwardMaskArray(
      @Nullable INDArray mask, @Nullable MaskState state, int batch) {
    setMaskArray(mask);
    return new Pair<>(everyStep ? mask : null, state);
  }

  /** The view already holds the gradient of the mean loss. */
  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return false;
  }

  @Override
  public boolean hasBias() {
    return layerConf().score() == AttentionScore.ADDITIVE;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
