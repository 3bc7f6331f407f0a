package dev.inputmethod.model;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads a network's parameters out of the file that DL4J wrote. */
final class Coefficients {
  private static final String ENTRY = "coefficients.bin";
  private static final int BYTES_A_NUMBER = Float.BYTES;

  /** What the entry may hold beside the numbers: shape and type. */
  private static final int OVERHEAD = 4096;

  private Coefficients() {}

  /**
   * The flat view {@code [1, count]}.
   *
   * @throws InvalidInputException when the file is no model, or one of another size
   */
  static INDArray read(Path file, long count) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw wrong(file, "holds no " + ENTRY);
      }
      long expected = count * BYTES_A_NUMBER;
      if (entry.getSize() < expected || entry.getSize() > expected + OVERHEAD) {
        throw wrong(
            file,
            "holds %d bytes of parameters, not the %d that its configuration and vocabulary ask for"
                .formatted(entry.getSize(), expected));
      }
      try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
        INDArray parameters = Nd4j.read(new DataInputStream(in));
        if (parameters.length() != count) {
          throw wrong(
              file,
              "holds %d parameters, not the %d that its configuration and vocabulary ask for"
                  .formatted(parameters.length(), count));
        }
        return parameters.reshape(1, count);
      }
    } catch (java.util.zip.ZipException e) {
      throw wrong(file, "is no zip file (" + e.getMessage() + ")");
    }
  }

  private static InvalidInputException wrong(Path file, String what) {
    return new InvalidInputException(
        new Problem(file.toString(), what + "; delete the trial's directory to run it again"));
  }
}
