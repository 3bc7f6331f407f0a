package dev.inputmethod.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Functions} on vectors of the machine's width. */
final class VectorFunctions {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int WIDTH = SPECIES.length();

  private VectorFunctions() {}

  /** A whole vector from {@code i} numbers after a place on. */
  static FloatVector load(Span from, int i) {
    return FloatVector.fromArray(SPECIES, from.values(), from.at() + i);
  }

  static FloatVector exp(FloatVector x) {
    FloatVector within = x.max(Functions.EXP_LOWEST).min(Functions.EXP_HIGHEST);
    FloatVector shifted = within.fma(constant(Functions.LOG2_E), constant(Functions.ROUNDER));
    FloatVector whole = shifted.sub(Functions.ROUNDER);
    FloatVector rest =
        whole.fma(constant(-Functions.LN2_LOW), whole.fma(constant(-Functions.LN2_HIGH), within));
    FloatVector p = constant(Functions.EXP_P6).fma(rest, constant(Functions.EXP_P5));
    p = p.fma(rest, constant(Functions.EXP_P4));
    p = p.fma(rest, constant(Functions.EXP_P3));
    p = p.fma(rest, constant(Functions.EXP_P2));
    p = p.fma(rest.mul(rest), rest).add(1f);
    IntVector power = shifted.reinterpretAsInts().add(127).lanewise(VectorOperators.LSHL, 23);
    return p.mul(power.reinterpretAsFloats());
  }

  static FloatVector sigmoid(FloatVector x) {
    return constant(1f).div(exp(x.neg()).add(1f));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector within = x.max(-Functions.TANH_LIMIT).min(Functions.TANH_LIMIT);
    FloatVector square = within.mul(within);
    FloatVector p = constant(Functions.TANH_P4).fma(square, constant(Functions.TANH_P3));
    p = p.fma(square, constant(Functions.TANH_P2));
    p = p.fma(square, constant(Functions.TANH_P1));
    p = p.fma(square, constant(Functions.TANH_P0));
    FloatVector q = constant(Functions.TANH_Q4).fma(square, constant(Functions.TANH_Q3));
    q = q.fma(square, constant(Functions.TANH_Q2));
    q = q.fma(square, constant(Functions.TANH_Q1));
    q = q.fma(square, constant(1f));
    return within.mul(p).div(q).min(1f).max(-1f);
  }

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
