package dev.inputmethod.layer;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How the recurrent weights of a {@link Recurrent} layer start, each gate's on its own. */
public enum StateInitialisation {
  /** U(±1/√hidden), PyTorch's default. */
  UNIFORM,
  /**
   * The identity matrix, so that without input the state stays what it is (Le, Jaitly and Hinton
   * 2015). The plain cells' biases start at 0 then, as there.
   */
  IDENTITY,
  /**
   * A random orthogonal matrix, uniform among them: all singular values are 1 (Saxe, McClelland and
   * Ganguli 2014).
   */
  ORTHOGONAL;

  private static final double LEAST_PROBABILITY = 1e-9;

  /**
   * Turns one gate's weights into what this gives. Nothing else is drawn: whatever the
   * initialisation, all other parameters of a network with the same seed start alike.
   *
   * @param weights {@code [hidden, hidden]}, drawn from U(±bound)
   */
  void apply(INDArray weights, double bound) {
    switch (this) {
      case UNIFORM -> {}
      case IDENTITY -> weights.assign(Nd4j.eye(weights.size(0)).castTo(weights.dataType()));
      case ORTHOGONAL ->
          weights.assign(
              Nd4j.createFromArray(orthogonal(normal(weights, bound)).getData())
                  .castTo(weights.dataType()));
    }
  }

  /** How likely a draw from U(±bound) is to be below this one: from U(0, 1) itself. */
  static double share(double drawn, double bound) {
    return Math.min(1, Math.max(0, (drawn / bound + 1) / 2));
  }

  private static RealMatrix normal(INDArray uniform, double bound) {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    RealMatrix matrix =
        new Array2DRowRealMatrix(
            Math.toIntExact(uniform.size(0)), Math.toIntExact(uniform.size(1)));
    for (int row = 0; row < matrix.getRowDimension(); row++) {
      for (int column = 0; column < matrix.getColumnDimension(); column++) {
        double share = share(uniform.getDouble(row, column), bound);
        double inside = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, share));
        matrix.setEntry(row, column, normal.inverseCumulativeProbability(inside));
      }
    }
    return matrix;
  }

  /** Q of Q·R, with the signs that make it uniform (Mezzadri 2007). */
  private static RealMatrix orthogonal(RealMatrix normal) {
    QRDecomposition decomposition = new QRDecomposition(normal);
    RealMatrix q = decomposition.getQ().copy();
    RealMatrix r = decomposition.getR();
    for (int column = 0; column < q.getColumnDimension(); column++) {
      if (r.getEntry(column, column) < 0) {
        q.setColumnVector(column, q.getColumnVector(column).mapMultiply(-1));
      }
    }
    return q;
  }
}
