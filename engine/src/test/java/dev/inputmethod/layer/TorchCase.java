package dev.inputmethod.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One of the reference cases in {@code src/test/resources/torch}; their README has the format. */
final class TorchCase {
  private final JsonNode json;

  private TorchCase(JsonNode json) {
    this.json = json;
  }

  static TorchCase read(String name) throws IOException {
    try (InputStream in = TorchCase.class.getResourceAsStream("/torch/" + name)) {
      return new TorchCase(new ObjectMapper().readTree(in));
    }
  }

  TestNetwork network(DataType type) {
    TestNetwork network = new TestNetwork();
    network.cell = Cell.valueOf(json.get("cell").asText().toUpperCase(Locale.ROOT));
    network.layers = json.get("layers").asInt();
    network.bidirectional = json.get("bidirectional").asBoolean();
    network.bias = json.get("bias").asBoolean();
    network.hidden = json.get("hidden").asInt();
    network.embedding = json.get("embedding").asInt();
    network.vocabulary = json.get("vocabulary").asInt();
    network.everyStep = json.get("targets").get(0).isArray();
    network.type = type;
    return network;
  }

  int batch() {
    return json.get("batch").asInt();
  }

  /** Values of parameters or gradients by the names of {@link ParameterNames}, row-major. */
  double[] values(String of, String name) {
    return flat(json.get(of).get(torchName(name)).get("values"));
  }

  boolean has(String entry) {
    return json.hasNonNull(entry);
  }

  double number(String entry) {
    return json.get(entry).asDouble();
  }

  /** An array with the shape in which it is nested. */
  INDArray array(String entry) {
    JsonNode node = json.get(entry);
    List<Long> shape = new ArrayList<>();
    for (JsonNode level = node; level.isArray(); level = level.get(0)) {
      shape.add((long) level.size());
    }
    long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
    return Nd4j.createFromArray(flat(node)).reshape('c', dimensions);
  }

  Optional<INDArray> mask() {
    if (!has("lengths")) {
      return Optional.empty();
    }
    INDArray mask = Nd4j.create(DataType.DOUBLE, batch(), json.get("time").asLong());
    for (int example = 0; example < batch(); example++) {
      for (int t = 0; t < json.get("lengths").get(example).asInt(); t++) {
        mask.putScalar(example, t, 1);
      }
    }
    return Optional.of(mask);
  }

  private static String torchName(String name) {
    return switch (name) {
      case "embedding.weight" -> name;
      case "output.weight" -> "linear.weight";
      case "output.bias" -> "linear.bias";
      default -> recurrentName(name.split("\\."));
    };
  }

  private static String recurrentName(String[] parts) {
    int layer = Integer.parseInt(parts[0].substring("recurrent".length())) - 1;
    String kind =
        Map.of(
                "inputWeight", "weight_ih",
                "recurrentWeight", "weight_hh",
                "inputBias", "bias_ih",
                "recurrentBias", "bias_hh")
            .get(parts[2]);
    return "rnn." + kind + "_l" + layer + (parts[1].equals("backward") ? "_reverse" : "");
  }

  private static double[] flat(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    collect(node, numbers);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> into) {
    if (!node.isArray()) {
      into.add(node.asDouble());
      return;
    }
    for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
      collect(children.next(), into);
    }
  }
}
