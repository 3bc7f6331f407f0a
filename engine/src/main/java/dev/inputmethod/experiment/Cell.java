package dev.inputmethod.experiment;

/** The recurrent cell. */
public enum Cell {
  RNN,
  LSTM,
  GRU
}
