package dev.inputmethod.reports.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.tensorboard.proto.Event;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads event files back, checking every frame. */
final class EventReader {
  private EventReader() {}

  /** The only event file of a run. */
  static Path file(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*tfevents*")) {
      found.forEach(files::add);
    }
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  static List<Event> events(Path directory) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(file(directory))).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(length);
      assertThat(bytes.getInt()).isEqualTo(mask(crc32c(length)));
      long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      byte[] data = new byte[Math.toIntExact(size)];
      bytes.get(data);
      assertThat(bytes.getInt()).isEqualTo(mask(crc32c(data)));
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  /** Every value of every tag, in the file's order. */
  static Map<String, List<Summary.Value>> values(Path directory) throws IOException {
    Map<String, List<Summary.Value>> values = new LinkedHashMap<>();
    for (Event event : events(directory)) {
      for (Summary.Value value : event.getSummary().getValueList()) {
        values.computeIfAbsent(value.getTag(), tag -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  /** The last number of a tag. */
  static float last(Map<String, List<Summary.Value>> values, String tag) {
    List<Summary.Value> all = all(values, tag);
    return all.get(all.size() - 1).getTensor().getFloatVal(0);
  }

  /** The first value of a tag: the one whose metadata counts. */
  static Summary.Value first(Map<String, List<Summary.Value>> values, String tag) {
    return all(values, tag).get(0);
  }

  private static List<Summary.Value> all(Map<String, List<Summary.Value>> values, String tag) {
    assertThat(values).containsKey(tag);
    return Objects.requireNonNull(values.get(tag));
  }

  private static int mask(int crc) {
    return ((crc >>> 15) | (crc << 17)) + 0xA282EAD8;
  }

  /** Bit by bit, so that it owes nothing to what it checks. Castagnoli's polynomial, reflected. */
  private static int crc32c(byte[] data) {
    int crc = -1;
    for (byte each : data) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ (0x82F63B78 & -(crc & 1));
      }
    }
    return ~crc;
  }
}
