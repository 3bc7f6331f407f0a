package dev.inputmethod.reports.record;

import dev.inputmethod.problem.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a file of JSON objects, one on each line. A last line that is cut, as a killed process
 * leaves it, is ignored; any other damaged line is reported.
 */
final class LineReader {
  private static final int LONGEST = 16 << 20;

  private final Json json = new Json();
  private final Path file;
  private final String remedy;

  LineReader(Path file, String remedy) {
    this.file = file;
    this.remedy = remedy;
  }

  void read(Consumer<Fields> each) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      read(in, each);
    } catch (NoSuchFileException e) {
      throw new Source(file.toString(), remedy).missing();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private void read(InputStream in, Consumer<Fields> each) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long number = 1;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        each.accept(json.parse(line.toByteArray(), source(number)));
        line.reset();
        number++;
      } else if (line.size() == LONGEST) {
        throw source(number).damaged("the line is longer than " + LONGEST + " bytes");
      } else {
        line.write(next);
      }
    }
    if (line.size() > 0) {
      readLast(line.toByteArray(), source(number), each);
    }
  }

  private void readLast(byte[] line, Source source, Consumer<Fields> each) {
    Fields fields;
    try {
      fields = json.parse(line, source);
    } catch (InvalidInputException cut) {
      return;
    }
    each.accept(fields);
  }

  private Source source(long line) {
    return new Source(file + ":" + line, remedy);
  }
}
