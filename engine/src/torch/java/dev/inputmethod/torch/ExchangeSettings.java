package dev.inputmethod.torch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What {@code settings.json} of an exchange directory says.
 *
 * @param cell as in the reference cases
 * @param contextLength words before the target
 * @param epochs passes over the examples, each of them in {@code train.i32} in the order of use
 * @param seed of PyTorch's initialisation and dropout
 * @param forgetBias added to what one of the forget gate's biases starts at, as in our layers; 0
 *     for other cells
 * @param reservedWords ids below this are never offered
 */
record ExchangeSettings(
    String cell,
    int layers,
    boolean bidirectional,
    boolean bias,
    double dropout,
    int vocabulary,
    int embeddingSize,
    int hiddenSize,
    int contextLength,
    int batchSize,
    double learningRate,
    int epochs,
    long seed,
    double forgetBias,
    int reservedWords) {

  static ExchangeSettings read(Path file) throws IOException {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .build()
        .readValue(file.toFile(), ExchangeSettings.class);
  }

  Shape shape() {
    return new Shape(
        Shape.Cell.of(cell),
        layers,
        bidirectional,
        bias,
        vocabulary,
        embeddingSize,
        hiddenSize,
        dropout);
  }
}
