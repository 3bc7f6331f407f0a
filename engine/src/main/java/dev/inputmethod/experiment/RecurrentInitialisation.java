package dev.inputmethod.experiment;

/** The initial recurrent weights. */
public enum RecurrentInitialisation {
  UNIFORM,
  IDENTITY,
  ORTHOGONAL
}
