package dev.inputmethod.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.EmbeddingOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Embedding → recurrent layers → linear, the model of both programs here. */
final class Network {
  private final Shape shape;
  private final EmbeddingImpl embedding;
  private final Recurrent recurrent;
  private final LinearImpl linear;

  Network(Shape shape) {
    this.shape = shape;
    embedding = new EmbeddingImpl(new EmbeddingOptions(shape.vocabulary(), shape.embedding()));
    recurrent = Recurrent.of(shape);
    linear =
        new LinearImpl(
            new LinearOptions((long) shape.directions() * shape.hidden(), shape.vocabulary()));
  }

  void toDouble() {
    for (Module module : new Module[] {embedding, recurrent.module(), linear}) {
      module.to(torch.ScalarType.Double, false);
    }
  }

  void training(boolean on) {
    recurrent.module().train(on);
  }

  Recurrent recurrent() {
    return recurrent;
  }

  /** Words to vectors: {@code [batch, time]} to {@code [batch, time, embedding]}. */
  Tensor embed(Tensor ids) {
    return embedding.forward(ids);
  }

  /** Hidden states to logits, over the last dimension. */
  Tensor logits(Tensor hidden) {
    return linear.forward(hidden);
  }

  /**
   * The last layer's final states, directions side by side: {@code [batch, directions · hidden]}.
   */
  Tensor last(Tensor hidden) {
    long end = hidden.size(0);
    if (!shape.bidirectional()) {
      return hidden.select(0, end - 1);
    }
    return torch.cat(new TensorVector(hidden.select(0, end - 2), hidden.select(0, end - 1)), 1);
  }

  /** Context to the next word's logits: {@code [batch, time]} to {@code [batch, vocabulary]}. */
  Tensor predict(Tensor ids) {
    States states = recurrent.whole(embed(ids), Optional.empty());
    return logits(last(states.hidden()));
  }

  /** Every parameter by PyTorch's name, in PyTorch's order. */
  Map<String, Tensor> parameters() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    collect(all, "embedding.", embedding);
    collect(all, "rnn.", recurrent.module());
    collect(all, "linear.", linear);
    return all;
  }

  private static void collect(Map<String, Tensor> all, String prefix, Module module) {
    StringTensorDict named = module.named_parameters();
    for (long i = 0; i < named.size(); i++) {
      all.put(prefix + named.get(i).key().getString(), named.get(i).value());
    }
  }
}
