package dev.inputmethod.peer;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.RNNOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One of PyTorch's recurrent modules.
 *
 * @param finals embedded words {@code [batch, time, embedding]} to the final states of every layer
 *     and direction, {@code [layers · directions, batch, hidden]}
 */
record Recurrent(Module module, UnaryOperator<Tensor> finals, boolean bidirectional) {

  static Recurrent of(String cell, int in, int hidden, int layers, boolean bidirectional) {
    switch (cell) {
      case "rnn" -> {
        RNNOptions options = new RNNOptions(in, hidden);
        options.num_layers().put(layers);
        options.bidirectional().put(bidirectional);
        options.batch_first().put(true);
        RNNImpl module = new RNNImpl(options);
        return new Recurrent(module, x -> module.forward(x).get1(), bidirectional);
      }
      case "lstm" -> {
        LSTMOptions options = new LSTMOptions(in, hidden);
        options.num_layers().put(layers);
        options.bidirectional().put(bidirectional);
        options.batch_first().put(true);
        LSTMImpl module = new LSTMImpl(options);
        return new Recurrent(module, x -> module.forward(x).get1().get0(), bidirectional);
      }
      case "gru" -> {
        GRUOptions options = new GRUOptions(in, hidden);
        options.num_layers().put(layers);
        options.bidirectional().put(bidirectional);
        options.batch_first().put(true);
        GRUImpl module = new GRUImpl(options);
        return new Recurrent(module, x -> module.forward(x).get1(), bidirectional);
      }
      default -> throw new IllegalArgumentException("PyTorch has no " + cell);
    }
  }

  /** The last layer's final states, directions side by side: {@code [batch, directions·hidden]}. */
  Tensor last(Tensor embedded) {
    Tensor states = finals.apply(embedded);
    long end = states.size(0);
    return bidirectional
        ? torch.cat(new TensorVector(states.select(0, end - 2), states.select(0, end - 1)), 1)
        : states.select(0, end - 1);
  }
}
