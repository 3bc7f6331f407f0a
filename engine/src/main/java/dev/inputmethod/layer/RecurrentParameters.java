package dev.inputmethod.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of a {@link Recurrent} layer, as PyTorch has them: for each direction weight_ih,
 * weight_hh, bias_ih and bias_hh, all drawn from U(±1/√hidden).
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
    if (recurrent.cell() == Cell.LSTM && recurrent.hasBias()) {
      long hidden = recurrent.getNOut();
      for (int direction = 0; direction < recurrent.directions(); direction++) {
        // Once, in one of the two biases: what the forget gate sees is their sum.
        INDArray bias = view(views, prefix(direction == 1) + INPUT_BIAS);
        bias.get(interval(hidden, 2 * hidden)).addi(recurrent.forgetBias());
      }
    }
  }
}
