package dev.inputmethod.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnedMatrixTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 6, 8})
  void a_product_is_that_of_the_matrix(int columns) {
    float[] numbers = new float[1 + 7 * columns];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % 5 - 2;
    }
    Matrix some = Matrix.of(new Span(numbers, 1), 7, columns).rows(2, 3);
    Span vector = new Span(numbers, 0).plus(numbers.length - columns);
    float[] into = {1, 2, 3, 4};
    new TurnedMatrix(some).addProduct(vector, into);
    for (int row = 0; row < 3; row++) {
      // Small whole numbers: no sum is rounded.
      float expected = row + 1;
      for (int column = 0; column < columns; column++) {
        expected += numbers[1 + (2 + row) * columns + column] * numbers[vector.at() + column];
      }
      assertThat(into[row]).isEqualTo(expected);
    }
    assertThat(into[3]).isEqualTo(4);
  }
}
