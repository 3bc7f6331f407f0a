package dev.inputmethod.kernel;

/**
 * A place in an array, from which an operation reads or writes as many numbers as it says.
 *
 * <p>Two spans are equal when they are the same place of the same array.
 */
@SuppressWarnings("ArrayRecordComponent") // The array is meant to be shared, not compared.
public record Span(float[] values, int at) {

  /** The place some numbers further on. */
  public Span plus(int numbers) {
    return new Span(values, at + numbers);
  }
}
