package dev.inputmethod.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
  private final float[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  private Matrix matrix(int rows, int columns) {
    return Matrix.of(new Span(numbers, 0), rows, columns);
  }

  @Test
  void row_sums_are_added_to_what_is_there() {
    float[] sums = {10, 20, 30, 40, 50};
    matrix(5, 2).addRowSums(new Span(sums, 0));
    assertThat(sums).containsExactly(13, 27, 41, 55, 69);
  }

  @Test
  void a_part_is_cleared_and_filled_without_its_surroundings() {
    matrix(2, 5).columns(1, 2).clear();
    assertThat(numbers).containsExactly(1, 0, 0, 4, 5, 6, 0, 0, 9, 10);
    matrix(2, 5).columns(3, 2).fillRows(new Span(new float[] {-1, -2}, 0));
    assertThat(numbers).containsExactly(1, 0, 0, -1, -1, 6, 0, 0, -2, -2);
  }

  @Test
  void a_transposed_matrix_is_not_written_to_or_summed_up() {
    Matrix transposed = matrix(2, 5).transposed();
    Span five = new Span(new float[5], 0);
    Matrix other = Matrix.of(new Span(new float[10], 0), 5, 2);
    for (Runnable refused :
        new Runnable[] {
          transposed::clear,
          () -> transposed.fillRows(five),
          () -> transposed.addRowSums(five),
          () -> transposed.assignTransposed(other),
          () -> other.assignTransposed(transposed)
        }) {
      assertThatThrownBy(refused::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("rows of contiguous numbers");
    }
    assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }
}
