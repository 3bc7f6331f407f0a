package dev.inputmethod.torch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/** Writes the reference cases: one JSON file each into the directory given. */
public final class ReferenceCases {
  private static final int BATCH = 3;
  private static final int[] TIMES = {1, 2, 5, 7};
  private static final int[] LONGER = {5, 2, 7};

  private ReferenceCases() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "*.json")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    Threads.one();
    for (ReferenceCase point : grid()) {
      try (PointerScope scope = new PointerScope()) {
        Files.writeString(directory.resolve(point.name() + ".json"), json(ReferenceRun.of(point)));
      }
    }
  }

  /**
   * Every cell × direction × layers, with the other settings spread so that every pair of values
   * occurs.
   */
  static List<ReferenceCase> grid() {
    List<ReferenceCase> all = new ArrayList<>();
    for (Shape.Cell cell : Shape.Cell.values()) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (int layers = 1; layers <= 3; layers++) {
          int turn = cell.ordinal() + layers + (bidirectional ? 2 : 0);
          boolean odd = (turn + turn / 4) % 2 == 1;
          boolean late = (cell.ordinal() + (bidirectional ? 1 : 0) + layers / 2) % 2 == 1;
          Shape shape = shape(cell, layers, bidirectional, !odd, turn);
          Shape other = shape(cell, layers, bidirectional, odd, turn);
          add(all, shape, TIMES[(turn + 3) % 4], false, late, false);
          add(all, other, LONGER[turn % 3], true, !late, false);
        }
        add(
            all,
            shape(cell, 2, bidirectional, true, cell.ordinal()),
            5,
            bidirectional,
            bidirectional,
            true);
      }
    }
    return all;
  }

  private static void add(
      List<ReferenceCase> all,
      Shape shape,
      int time,
      boolean packed,
      boolean state,
      boolean everyStep) {
    all.add(new ReferenceCase(shape, time, BATCH, packed, state, everyStep, 1000 + all.size()));
  }

  private static Shape shape(
      Shape.Cell cell, int layers, boolean bidirectional, boolean bias, int turn) {
    int hidden = layers == 3 ? 2 : 2 + turn % 3;
    return new Shape(
        cell, layers, bidirectional, bias, 5 + turn % 3, 2 + (turn + 1) % 3, hidden, 0);
  }

  /** A line for each entry, so that a difference between two versions can be read. */
  private static String json(Map<String, Object> entries) throws IOException {
    ObjectMapper mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    // The same digits on every JDK: Double.toString changed in 19.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();
    return write(mapper, entries, "") + "\n";
  }

  private static String write(ObjectMapper mapper, Map<?, ?> entries, String indent)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      String value =
          entry.getValue() instanceof Map<?, ?> map && indent.isEmpty()
              ? write(mapper, map, "  ")
              : mapper.writeValueAsString(entry.getValue());
      lines.add(indent + "  " + mapper.writeValueAsString(entry.getKey()) + ": " + value);
    }
    return "{\n" + String.join(",\n", lines) + "\n" + indent + "}";
  }
}
