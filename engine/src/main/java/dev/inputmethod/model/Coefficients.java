package dev.inputmethod.model;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a network's parameters from the file that DL4J wrote. It does without ND4J, which takes
 * seconds to start.
 *
 * <p>The entry is an array as {@code Nd4j.write} writes it: two buffers, one with the shape and one
 * with the numbers. Each begins with its kind (UTF), its length (long) and its type (UTF). All
 * numbers are big-endian.
 */
final class Coefficients {
  private static final String ENTRY = "coefficients.bin";

  /** How many bytes the entry may have beside the numbers, for shape and types. */
  private static final int OVERHEAD = 4096;

  private static final int CHUNK = 1 << 16;

  /** How many numbers an array can hold on any JVM. */
  private static final long MOST = Integer.MAX_VALUE - 8;

  /** One byte of deflated data expands to no more bytes than this. */
  private static final long DEFLATE_AT_MOST = 1032;

  private Coefficients() {}

  /**
   * Reads all parameters, one after another.
   *
   * @throws InvalidInputException when the file is not a model, or a model of another size
   */
  static float[] read(Path file, long count) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw wrong(file, "holds no " + ENTRY);
      }
      if (count > MOST) {
        throw wrong(
            file, String.format(Locale.ROOT, "cannot hold %d parameters: at most %d", count, MOST));
      }
      long expected = count * Float.BYTES;
      if (entry.getSize() < expected || entry.getSize() > expected + OVERHEAD) {
        throw wrong(
            file,
            String.format(
                Locale.ROOT,
                "holds %d bytes of parameters, not the %d that its configuration and vocabulary need",
                entry.getSize(),
                expected));
      }
      if (entry.getCompressedSize() * DEFLATE_AT_MOST < entry.getSize()) {
        throw wrong(file, "declares an impossible size");
      }
      CRC32 checksum = new CRC32();
      try (InputStream in =
          new BufferedInputStream(
              new CheckedInputStream(zip.getInputStream(entry), checksum), CHUNK)) {
        float[] floats = read(new DataInputStream(in), file, count);
        in.transferTo(OutputStream.nullOutputStream());
        if (checksum.getValue() != entry.getCrc()) { // ZipFile does not check it.
          throw wrong(file, "is damaged: its checksum does not match");
        }
        return requireFinite(floats, file);
      }
    } catch (ZipException e) {
      throw wrong(file, "is not a zip file (" + e.getMessage() + ")");
    } catch (EOFException | UTFDataFormatException e) {
      throw wrong(file, "is truncated or has no parameters");
    }
  }

  private static float[] read(DataInputStream in, Path file, long count) throws IOException {
    in.readUTF();
    long shapeNumbers = in.readLong();
    String shapeType = in.readUTF();
    if (!shapeType.equals("LONG") || shapeNumbers < 0 || shapeNumbers > OVERHEAD / Long.BYTES) {
      throw wrong(
          file,
          String.format(
              Locale.ROOT,
              "has a shape of %d numbers of type %s; a few of type LONG were expected",
              shapeNumbers,
              shapeType));
    }
    in.skipNBytes(shapeNumbers * Long.BYTES);
    in.readUTF();
    long numbers = in.readLong();
    String type = in.readUTF();
    if (numbers != count || !type.equals("FLOAT")) {
      throw wrong(
          file,
          String.format(
                  Locale.ROOT,
                  "holds %d parameters of type %s, not the %d of type FLOAT that its configuration and",
                  numbers,
                  type,
                  count)
              + " vocabulary need");
    }
    return floats(in, Math.toIntExact(count));
  }

  private static float[] requireFinite(float[] floats, Path file) {
    for (float each : floats) {
      if (!Float.isFinite(each)) {
        throw wrong(file, "holds a parameter that is not a finite number");
      }
    }
    return floats;
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] floats = new float[count];
    byte[] bytes = new byte[CHUNK];
    for (int at = 0; at < count; at += CHUNK / Float.BYTES) {
      int now = Math.min(CHUNK / Float.BYTES, count - at);
      in.readFully(bytes, 0, now * Float.BYTES);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(floats, at, now);
    }
    return floats;
  }

  private static InvalidInputException wrong(Path file, String what) {
    return new InvalidInputException(
        new Problem(file.toString(), what + "; delete the trial's directory to run it again"));
  }
}
