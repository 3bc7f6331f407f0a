package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.record.Measurement.Spectrum;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class SquareMatrixTest {
  @Test
  void a_rotation_keeps_lengths_and_has_complex_eigenvalues() {
    double[] turned = {0.5 * 0.6, -0.5 * 0.8, 0.5 * 0.8, 0.5 * 0.6};
    Spectrum spectrum = SquareMatrix.spectrum(turned, 2);
    assertThat(spectrum.largestSingularValue()).isCloseTo(0.5, within(1e-9));
    assertThat(spectrum.spectralRadius()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void a_matrix_may_stretch_though_its_eigenvalues_are_small() {
    Spectrum spectrum = SquareMatrix.spectrum(new double[] {0.5, 10, 0, -0.25}, 2);
    assertThat(spectrum.spectralRadius()).isCloseTo(0.5, within(1e-9));
    assertThat(spectrum.largestSingularValue()).isGreaterThan(10);
  }

  @Test
  void it_agrees_with_commons_math() {
    int size = 20;
    Random random = new Random(3);
    double[][] rows = new double[size][size];
    double[] flat = new double[size * size];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = random.nextGaussian();
      rows[i / size][i % size] = flat[i];
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(rows));
    double radius = 0;
    for (int i = 0; i < size; i++) {
      radius = Math.max(radius, Math.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
    }
    Spectrum spectrum = SquareMatrix.spectrum(flat, size);
    assertThat(spectrum.spectralRadius()).isCloseTo(radius, within(1e-7));
    assertThat(spectrum.largestSingularValue())
        .isCloseTo(
            new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getNorm(), within(1e-7));
  }

  @Test
  void what_is_no_number_stays_none() {
    Spectrum spectrum = SquareMatrix.spectrum(new double[] {1, Double.NaN, 0, 1}, 2);
    assertThat(spectrum.spectralRadius()).isNaN();
    assertThat(spectrum.largestSingularValue()).isNaN();
  }
}
