package dev.inputmethod.kernel;

/** Word ids and classes, which DL4J's arrays hold as floats: exactly, up to 2²⁴. */
final class Ids {
  private Ids() {}

  static int[] of(float[] numbers) {
    int[] ids = new int[numbers.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) numbers[i];
    }
    return ids;
  }
}
