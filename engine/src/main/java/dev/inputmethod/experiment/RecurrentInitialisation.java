package dev.inputmethod.experiment;

/** What the recurrent weights start at. */
public enum RecurrentInitialisation {
  UNIFORM,
  IDENTITY,
  ORTHOGONAL
}
