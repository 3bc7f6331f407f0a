package dev.inputmethod.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one training wrote, ours or PyTorch's.
 *
 * @param training loss of each step
 * @param validation cross-entropy after each epoch
 * @param metrics of the best epoch, by name
 */
record Losses(List<Double> training, List<Double> validation, Map<String, Double> metrics) {

  static Losses read(Path file) throws IOException {
    List<Double> training = new ArrayList<>();
    List<Double> validation = new ArrayList<>();
    Map<String, Double> metrics = new TreeMap<>();
    JsonMapper mapper = new JsonMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      if (node.has("trainingLoss")) {
        training.add(node.get("trainingLoss").asDouble());
      } else if (!node.has("epoch")) {
        node.properties()
            .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().asDouble()));
      } else if (node.get("epoch").asInt() > 0) {
        validation.add(node.get("validation.crossEntropy").asDouble());
      }
    }
    return new Losses(training, validation, metrics);
  }

  double bestValidation() {
    return validation.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /**
   * The largest difference of the training losses from step {@code from} to {@code to}, counted
   * from 1.
   */
  double largestDifference(Losses other, int from, int to) {
    double largest = 0;
    for (int step = from; step <= Math.min(to, training.size()); step++) {
      largest = Math.max(largest, Math.abs(training.get(step - 1) - other.training.get(step - 1)));
    }
    return largest;
  }
}
