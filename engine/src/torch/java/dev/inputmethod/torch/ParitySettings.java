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
 * @param epochs passes over the examples; 0 scores the given parameters and trains nothing
 * @param maxSteps updates after which training ends; 0: none
 * @param shuffle whether PyTorch shuffles the examples of {@code train.i32} for each epoch, or the
 *     file holds every epoch's in the order they are used
 * @param seed of PyTorch's initialisation, dropout and shuffling
 * @param forgetBias what the forget gate's bias starts at, as in our layers; NaN: PyTorch's own
 *     start
 * @param reservedWords ids below this are never offered
 */
record ParitySettings(
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
    int maxSteps,
    boolean shuffle,
    long seed,
    double forgetBias,
    int reservedWords) {

  static ParitySettings read(Path file) throws IOException {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .build()
        .readValue(file.toFile(), ParitySettings.class);
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
