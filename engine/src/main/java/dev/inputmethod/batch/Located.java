package dev.inputmethod.batch;

import dev.inputmethod.yaml.Mark;

/** A text and where it was written. */
record Located(Mark mark, String text) {}
