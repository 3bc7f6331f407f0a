package dev.inputmethod.torch;

import java.util.Optional;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.PackedSequence;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.RNNOptions;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.T_TensorTensor_TOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.kReLU;
import org.bytedeco.pytorch.kTanh;

/** PyTorch's three recurrent modules behind one call. */
sealed interface Recurrent {
  Module module();

  /**
   * @param initial h_0, and for the LSTM c_0, or absent for zeros
   */
  States whole(Tensor embedded, Optional<States> initial);

  /**
   * Runs each example for its own length only; the rest of {@link States#output} is 0.
   *
   * @param lengths {@code [batch]}
   */
  States packed(Tensor embedded, long[] lengths, Optional<States> initial);

  static Recurrent of(Shape shape) {
    return switch (shape.cell()) {
      case LSTM -> {
        LSTMOptions options = new LSTMOptions(shape.embedding(), shape.hidden());
        options.num_layers().put(shape.layers());
        options.bidirectional().put(shape.bidirectional());
        options.bias().put(shape.bias());
        options.dropout().put(shape.dropout());
        options.batch_first().put(true);
        yield new Lstm(new LSTMImpl(options));
      }
      case GRU -> {
        GRUOptions options = new GRUOptions(shape.embedding(), shape.hidden());
        options.num_layers().put(shape.layers());
        options.bidirectional().put(shape.bidirectional());
        options.bias().put(shape.bias());
        options.dropout().put(shape.dropout());
        options.batch_first().put(true);
        yield new Gru(new GRUImpl(options));
      }
      case RNN_TANH, RNN_RELU -> {
        RNNOptions options = new RNNOptions(shape.embedding(), shape.hidden());
        if (shape.cell() == Shape.Cell.RNN_RELU) {
          options.nonlinearity().put(new kReLU());
        } else {
          options.nonlinearity().put(new kTanh());
        }
        options.num_layers().put(shape.layers());
        options.bidirectional().put(shape.bidirectional());
        options.bias().put(shape.bias());
        options.dropout().put(shape.dropout());
        options.batch_first().put(true);
        yield new Rnn(new RNNImpl(options));
      }
    };
  }

  private static PackedSequence pack(Tensor embedded, long[] lengths) {
    return torch.pack_padded_sequence(embedded, Tensor.create(lengths), true, false);
  }

  private static Tensor unpack(PackedSequence packed, Tensor embedded) {
    return torch.pad_packed_sequence(packed, true, 0, new LongOptional(embedded.size(1))).get0();
  }

  /** An LSTM: carries h and c. */
  record Lstm(LSTMImpl module) implements Recurrent {
    @Override
    public States whole(Tensor embedded, Optional<States> initial) {
      var out = module.forward(embedded, pair(initial));
      return new States(out.get0(), out.get1().get0(), Optional.of(out.get1().get1()));
    }

    @Override
    public States packed(Tensor embedded, long[] lengths, Optional<States> initial) {
      var out = module.forward_with_packed_input(pack(embedded, lengths), pair(initial));
      Tensor output = unpack(out.get0(), embedded);
      return new States(output, out.get1().get0(), Optional.of(out.get1().get1()));
    }

    private static T_TensorTensor_TOptional pair(Optional<States> initial) {
      return initial
          .map(
              s ->
                  new T_TensorTensor_TOptional(
                      new T_TensorTensor_T(s.hidden(), s.cell().orElseThrow())))
          .orElseGet(T_TensorTensor_TOptional::new);
    }
  }

  /** A GRU: carries h. */
  record Gru(GRUImpl module) implements Recurrent {
    @Override
    public States whole(Tensor embedded, Optional<States> initial) {
      var out =
          initial.isPresent()
              ? module.forward(embedded, initial.get().hidden())
              : module.forward(embedded);
      return new States(out.get0(), out.get1(), Optional.empty());
    }

    @Override
    public States packed(Tensor embedded, long[] lengths, Optional<States> initial) {
      PackedSequence packed = pack(embedded, lengths);
      var out =
          initial.isPresent()
              ? module.forward_with_packed_input(packed, initial.get().hidden())
              : module.forward_with_packed_input(packed);
      return new States(unpack(out.get0(), embedded), out.get1(), Optional.empty());
    }
  }

  /** A plain RNN, tanh or ReLU: carries h. */
  record Rnn(RNNImpl module) implements Recurrent {
    @Override
    public States whole(Tensor embedded, Optional<States> initial) {
      var out =
          initial.isPresent()
              ? module.forward(embedded, initial.get().hidden())
              : module.forward(embedded);
      return new States(out.get0(), out.get1(), Optional.empty());
    }

    @Override
    public States packed(Tensor embedded, long[] lengths, Optional<States> initial) {
      PackedSequence packed = pack(embedded, lengths);
      var out =
          initial.isPresent()
              ? module.forward_with_packed_input(packed, initial.get().hidden())
              : module.forward_with_packed_input(packed);
      return new States(unpack(out.get0(), embedded), out.get1(), Optional.empty());
    }
  }
}
