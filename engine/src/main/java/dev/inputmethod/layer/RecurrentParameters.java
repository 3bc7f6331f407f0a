package dev.inputmethod.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of a {@link Recurrent} layer, as PyTorch has them: for each direction weight_ih,
 * weight_hh, bias_ih and bias_hh, all drawn from U(±1/√hidden) first. What starts otherwise is made
 * from what was drawn, so that every other parameter of the network stays the same.
 */
final class RecurrentParameters extends Parameters {
  static final String INPUT_WEIGHT = "inputWeight";
  static final String RECURRENT_WEIGHT = "recurrentWeight";
  static final String INPUT_BIAS = "inputBias";
  static final String RECURRENT_BIAS = "recurrentBias";

  static String prefix(boolean reversed) {
    return reversed ? "backward." : "forward.";
  }

  @Override
  List<Parameter> parameters(Layer layer) {
    Recurrent recurrent = (Recurrent) layer;
    long hidden = recurrent.getNOut();
    long width = recurrent.cell().gates() * hidden;
    List<Parameter> parameters = new ArrayList<>();
    for (int direction = 0; direction < recurrent.directions(); direction++) {
      String prefix = prefix(direction == 1);
      parameters.add(Parameter.weight(prefix + INPUT_WEIGHT, width, recurrent.getNIn()));
      parameters.add(Parameter.weight(prefix + RECURRENT_WEIGHT, width, hidden));
      if (recurrent.hasBias()) {
        parameters.add(Parameter.bias(prefix + INPUT_BIAS, width));
        parameters.add(Parameter.bias(prefix + RECURRENT_BIAS, width));
      }
    }
    return parameters;
  }

  @Override
  void draw(Layer layer, Map<String, INDArray> views) {
    Recurrent recurrent = (Recurrent) layer;
    views.values().forEach(view -> drawUniform(view, recurrent.getNOut()));
    for (int direction = 0; direction < recurrent.directions(); direction++) {
      DirectionWeights weights = DirectionWeights.of(views, direction == 1);
      startState(recurrent, weights);
      if (recurrent.hasBias() && recurrent.cell() == Cell.LSTM) {
        startForgetGate(
            recurrent, weights.inputBias().orElseThrow(), weights.recurrentBias().orElseThrow());
      }
    }
  }

  private static void startState(Recurrent recurrent, DirectionWeights weights) {
    StateInitialisation initialisation = recurrent.stateInitialisation();
    for (int gate = 0; gate < recurrent.cell().gates(); gate++) {
      initialisation.apply(weights.recurrent(gate), bound(recurrent.getNOut()));
    }
    if (initialisation == StateInitialisation.IDENTITY && recurrent.cell().gates() == 1) {
      weights.inputBias().ifPresent(bias -> bias.assign(0));
      weights.recurrentBias().ifPresent(bias -> bias.assign(0));
    }
  }

  private static void startForgetGate(
      Recurrent recurrent, INDArray inputBias, INDArray recurrentBias) {
    long hidden = recurrent.getNOut();
    INDArray forget = inputBias.get(interval(hidden, 2 * hidden));
    if (recurrent.chronoSteps() == 0) {
      // Once, in one of the two biases: what the forget gate sees is their sum.
      forget.addi(recurrent.forgetBias());
      return;
    }
    INDArray input = inputBias.get(interval(0, hidden));
    for (long unit = 0; unit < hidden; unit++) {
      double share = StateInitialisation.share(forget.getDouble(unit), bound(hidden));
      double bias = Math.log(1 + share * Math.max(0, recurrent.chronoSteps() - 2));
      forget.putScalar(unit, bias);
      input.putScalar(unit, -bias);
    }
    recurrentBias.get(interval(0, 2 * hidden)).assign(0);
  }
}
