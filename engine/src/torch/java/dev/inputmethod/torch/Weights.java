package dev.inputmethod.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** Puts weights into a network, and keeps copies of them. */
final class Weights {
  private Weights() {}

  /**
   * Reads little-endian 32-bit floats: every parameter in PyTorch's order and layout, one after the
   * other ({@code embedding.weight}, {@code rnn.*} as PyTorch lists them, {@code linear.weight},
   * {@code linear.bias}).
   */
  static void load(Network network, Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer floats = bytes.asFloatBuffer();
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Map.Entry<String, Tensor> entry : network.parameters().entrySet()) {
      float[] one = new float[Values.count(entry.getValue())];
      if (one.length > floats.remaining()) {
        throw new IOException(file + ": ends before " + entry.getKey() + " is complete");
      }
      floats.get(one);
      values.put(entry.getKey(), one);
    }
    if (floats.hasRemaining()) {
      throw new IOException(file + ": " + floats.remaining() + " numbers are left over");
    }
    put(network, values);
  }

  static Map<String, float[]> copy(Network network) {
    Map<String, float[]> values = new LinkedHashMap<>();
    network
        .parameters()
        .forEach(
            (name, tensor) -> {
              float[] one = new float[Values.count(tensor)];
              FloatBuffer buffer = tensor.detach().contiguous().createBuffer();
              buffer.get(one);
              values.put(name, one);
            });
    return values;
  }

  static void put(Network network, Map<String, float[]> values) {
    try (AutoGradMode off = new AutoGradMode(false)) {
      network
          .parameters()
          .forEach((name, tensor) -> tensor.copy_(Tensor.create(values.get(name), tensor.shape())));
    }
  }
}
