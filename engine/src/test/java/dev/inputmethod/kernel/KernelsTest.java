package dev.inputmethod.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.ChildJvm;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  private final Kernels vectors = Kernels.best();
  private final Kernels loops = new LoopKernels();

  @Test
  void the_tests_run_on_vectors() {
    assertThat(vectors.name()).startsWith("vector-");
  }

  @ParameterizedTest
  @CsvSource({"4,8,64", "7,130,80", "13,5,19", "1,1,1", "9,300,35", "64,257,48"})
  void a_product_is_the_sum_of_products(int rows, int depth, int columns) {
    KernelSamples samples = new KernelSamples(1);
    Matrix left = Matrix.of(samples.span(rows * depth), rows, depth);
    Matrix right = Matrix.of(samples.span(depth * columns), depth, columns);
    Matrix into = Matrix.of(samples.span(rows * columns), rows, columns);
    vectors.multiply(left, right, into, false);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int k = 0; k < depth; k++) {
          sum += (double) element(left, i, k) * element(right, k, j);
        }
        assertThat((double) element(into, i, j)).isCloseTo(sum, within(1e-5 * depth));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4,8,64", "7,130,80", "13,5,19", "1,1,1", "9,300,35", "64,257,48"})
  void products_of_vectors_and_loops_are_the_same_bits(int rows, int depth, int columns) {
    for (boolean transposed : new boolean[] {false, true}) {
      for (boolean add : new boolean[] {false, true}) {
        assertThat(product(vectors, rows, depth, columns, transposed, add))
            .isEqualTo(product(loops, rows, depth, columns, transposed, add));
      }
    }
  }

  private static float[] product(
      Kernels kernels, int rows, int depth, int columns, boolean transposed, boolean add) {
    KernelSamples samples = new KernelSamples(2);
    Span numbers = samples.span(rows * depth);
    Matrix left =
        transposed ? Matrix.of(numbers, depth, rows).transposed() : Matrix.of(numbers, rows, depth);
    Matrix right = Matrix.of(samples.span(depth * columns), depth, columns);
    Span into = samples.span(rows * columns);
    kernels.multiply(left, right, Matrix.of(into, rows, columns), add);
    return into.values();
  }

  @ParameterizedTest
  @CsvSource({"8,64,128,19", "7,13,80,3", "4,5,64,1", "13,48,19,8", "512,64,64,9"})
  void a_product_in_pieces_is_the_product_of_the_whole(
      int rows, int width, int columns, int count) {
    float[] inPieces = productInPieces(vectors, rows, width, columns, count);
    assertThat(inPieces).isEqualTo(productInPieces(loops, rows, width, columns, count));
    KernelSamples samples = new KernelSamples(4);
    Span numbers = samples.span(count * rows * (width + 3));
    Matrix whole = Matrix.of(new Span(new float[rows * count * width], 0), rows, count * width);
    for (int nth = 0; nth < count; nth++) {
      Matrix piece = pieces(numbers, rows, width, count).piece(nth);
      for (int i = 0; i < rows; i++) {
        for (int k = 0; k < width; k++) {
          whole.values()[i * count * width + nth * width + k] = element(piece, i, k);
        }
      }
    }
    Matrix right = Matrix.of(samples.span(count * width * columns), count * width, columns);
    Span into = samples.span(rows * columns);
    loops.multiply(whole, right, Matrix.of(into, rows, columns), true);
    for (int i = 0; i < inPieces.length; i++) {
      assertThat(inPieces[i]).isCloseTo(into.values()[i], within(1e-5f * count * width));
    }
  }

  private static float[] productInPieces(
      Kernels kernels, int rows, int width, int columns, int count) {
    KernelSamples samples = new KernelSamples(4);
    Pieces left = pieces(samples.span(count * rows * (width + 3)), rows, width, count);
    Matrix right = Matrix.of(samples.span(count * width * columns), count * width, columns);
    Span into = samples.span(rows * columns);
    kernels.addProduct(left, right, Matrix.of(into, rows, columns));
    return into.values();
  }

  /** Rows are three numbers longer than what counts of them, as lanes may be. */
  private static Pieces pieces(Span numbers, int rows, int width, int count) {
    Matrix first = Matrix.of(numbers, rows, width + 3).columns(0, width);
    return new Pieces(first, rows * (width + 3), count);
  }

  @Test
  void every_operation_gives_the_same_bits_on_vectors_and_in_loops() {
    assertThat(KernelSamples.everything(vectors)).isEqualTo(KernelSamples.everything(loops));
  }

  @Test
  void functions_give_the_same_bits_where_they_are_clamped_and_of_what_is_not_finite() {
    List<Span> ofVectors = KernelSamples.ofEdges(vectors);
    List<Span> ofLoops = KernelSamples.ofEdges(loops);
    for (int i = 0; i < ofLoops.size(); i++) {
      assertThat(ofVectors.get(i).values()).as("array %d", i).isEqualTo(ofLoops.get(i).values());
    }
    assertThat(ofLoops.get(0).values()).contains(1f, -1f, Float.NaN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_is_negligible_becomes_zero_and_nothing_else_changes(boolean inLoops) {
    float least = Kernels.NEGLIGIBLE;
    float[] numbers = new float[Kernels.LANES];
    float[] given = {least, -least, Math.nextDown(least), -Float.MIN_VALUE, 1, Float.NaN};
    System.arraycopy(given, 0, numbers, 0, given.length);
    (inLoops ? loops : vectors).dropNegligible(new Span(numbers, 0), numbers.length);
    assertThat(numbers).startsWith(least, -least, 0, 0, 1, Float.NaN).endsWith(0, 0);
  }

  /** Kingma and Ba 2015, Algorithm 1. */
  @Test
  void a_step_of_adam_is_what_the_paper_says() {
    int n = 101;
    KernelSamples samples = new KernelSamples(6);
    double[][] expected = new double[n][];
    Span parameters = samples.span(n);
    Span gradient = samples.span(n);
    Span first = samples.span(n);
    Span second = KernelSamples.positive(samples.span(n));
    for (int i = 0; i < n; i++) {
      double g = gradient.values()[i];
      double m = 0.9 * first.values()[i] + 0.1 * g;
      double v = 0.999 * second.values()[i] + 0.001 * g * g;
      double update =
          0.01 * (m / (1 - Math.pow(0.9, 3))) / (Math.sqrt(v / (1 - Math.pow(0.999, 3))) + 1e-3);
      expected[i] = new double[] {parameters.values()[i] - update, m, v, update};
    }
    AdamRates rates = AdamRates.of(0.01, 0.9, 0.999, 1e-3, 3);
    vectors.adam(parameters, gradient, first, second, n, rates);
    Span updates = new Span(new float[n], 0);
    vectors.adamUpdates(first, second, updates, n, rates);
    List<Span> found = List.of(parameters, first, second, updates);
    for (int i = 0; i < n; i++) {
      for (int which = 0; which < 4; which++) {
        double exact = expected[i][which];
        assertThat((double) found.get(which).values()[i])
            .isCloseTo(exact, within(3e-7 * Math.max(Math.abs(exact), which == 1 ? 1 : 0.1)));
      }
    }
  }

  @Test
  void interpreted_and_compiled_code_give_the_same_bits() throws Exception {
    String here = "";
    // Often enough to be compiled; whatever is compiled later must not differ either.
    for (int round = 0; round < 300; round++) {
      String again = KernelSamples.everything(vectors);
      assertThat(round == 0 ? again : here).isEqualTo(again);
      here = again;
    }
    assertThat(inAnotherJvm("-Xint")).isEqualTo(here);
  }

  /** Where the machine has such vectors; other machines ignore the options. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:UseAVX=2", "-XX:MaxVectorSize=16"})
  void narrower_vectors_give_the_same_bits(String option) throws Exception {
    assertThat(inAnotherJvm(option)).isEqualTo(KernelSamples.everything(loops));
  }

  private static String inAnotherJvm(String option) throws IOException, InterruptedException {
    return ChildJvm.lastLineOf(
        KernelSamples.class, List.of(option, "--add-modules", KernelChoice.MODULE));
  }

  @Test
  void a_norm_is_the_root_of_all_squares() {
    float[] numbers = new float[100_003];
    java.util.Arrays.fill(numbers, 2f);
    assertThat(vectors.norm(new Span(numbers, 0), numbers.length))
        .isEqualTo(Math.sqrt(4.0 * numbers.length));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.MIN_VALUE, 1e-30f, 1e-20f, 1e19f, 1e25f, Float.MAX_VALUE})
  void a_norm_counts_numbers_whose_squares_are_no_floats(float number) {
    float[] numbers = new float[100_003];
    java.util.Arrays.fill(numbers, number);
    double exact = Math.sqrt(numbers.length) * number;
    for (Kernels kernels : List.of(vectors, loops)) {
      assertThat(kernels.norm(new Span(numbers, 0), numbers.length))
          .isCloseTo(exact, within(1e-6 * exact));
    }
  }

  @Test
  void a_norm_of_zeros_is_zero_and_of_what_is_not_finite_is_not() {
    float[] numbers = new float[200];
    assertThat(vectors.norm(new Span(numbers, 0), 200)).isZero();
    numbers[7] = Float.NEGATIVE_INFINITY;
    assertThat(vectors.norm(new Span(numbers, 0), 200)).isInfinite();
    numbers[150] = Float.NaN;
    assertThat(vectors.norm(new Span(numbers, 0), 200)).isNaN();
  }

  private static float element(Matrix matrix, int i, int j) {
    return matrix.values()[matrix.at() + i * matrix.rowStep() + j * matrix.columnStep()];
  }
}
