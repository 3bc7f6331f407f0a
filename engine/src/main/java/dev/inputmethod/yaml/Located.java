package dev.inputmethod.yaml;

/** A value and where it was written. */
public record Located<T>(T value, Mark mark) {}
