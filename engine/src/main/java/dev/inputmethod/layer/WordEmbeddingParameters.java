package dev.inputmethod.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The one parameter of a {@link WordEmbedding}: a row for each word, drawn from N(0, 1). */
final class WordEmbeddingParameters extends Parameters {
  static final String WEIGHT = "W";

  @Override
  List<Parameter> parameters(Layer layer) {
    WordEmbedding embedding = (WordEmbedding) layer;
    return List.of(Parameter.weight(WEIGHT, embedding.getNIn(), embedding.getNOut()));
  }

  @Override
  void draw(Layer layer, Map<String, INDArray> views) {
    views.values().forEach(view -> Nd4j.randn(view, Nd4j.getRandom()));
  }
}
