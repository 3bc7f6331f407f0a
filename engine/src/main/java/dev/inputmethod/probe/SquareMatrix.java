package dev.inputmethod.probe;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeev;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import dev.inputmethod.reports.record.Measurement.Spectrum;
import java.math.BigDecimal;
import java.math.MathContext;
import org.bytedeco.javacpp.Loader;

/**
 * Spectra of square matrices, by LAPACK: for 256 rows it takes a tenth of the time that Commons
 * Math's eigenvalues do.
 */
final class SquareMatrix {
  private static final byte NO_VECTORS = 'N';

  /** LAPACK's last digits may depend on how many threads share the work. */
  private static final MathContext DIGITS = new MathContext(9);

  private SquareMatrix() {}

  /**
   * σ_max and max |λ|; NaN where an element is not finite.
   *
   * @param matrix {@code [size, size]}, in either order: a transposed matrix has the same spectra
   */
  static Spectrum spectrum(double[] matrix, int size) {
    for (double element : matrix) {
      if (!Double.isFinite(element)) {
        return new Spectrum(Double.NaN, Double.NaN);
      }
    }
    Loader.load(org.bytedeco.openblas.global.openblas.class);
    return new Spectrum(
        rounded(largestSingularValue(matrix, size)), rounded(spectralRadius(matrix, size)));
  }

  static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }

  private static double largestSingularValue(double[] matrix, int size) {
    double[] values = new double[size];
    double[] none = new double[1];
    int failed =
        LAPACKE_dgesdd(
            LAPACK_COL_MAJOR,
            NO_VECTORS,
            size,
            size,
            matrix.clone(),
            size,
            values,
            none,
            size,
            none,
            size);
    return failed == 0 ? values[0] : Double.NaN;
  }

  private static double spectralRadius(double[] matrix, int size) {
    double[] real = new double[size];
    double[] imaginary = new double[size];
    double[] none = new double[1];
    int failed =
        LAPACKE_dgeev(
            LAPACK_COL_MAJOR,
            NO_VECTORS,
            NO_VECTORS,
            size,
            matrix.clone(),
            size,
            real,
            imaginary,
            none,
            size,
            none,
            size);
    double radius = 0;
    for (int i = 0; i < size; i++) {
      radius = Math.max(radius, Math.hypot(real[i], imaginary[i]));
    }
    return failed == 0 ? radius : Double.NaN;
  }
}
