package dev.inputmethod.task;

/** What a task puts into a network and wants out of it: which first and last layer it needs. */
public record Signature(Input input, Output output) {

  /** What stands at each step of an input. */
  public sealed interface Input {}

  /**
   * One of a few symbols, which the network embeds.
   *
   * @param count ids are less
   */
  public record Symbols(int count) implements Input {}

  /**
   * Real numbers, which go into the first recurrent layer as they are.
   *
   * @param features numbers at each step
   */
  public record Numbers(int features) implements Input {}

  /** What is to be answered, and the loss that measures it. */
  public sealed interface Output {}

  /**
   * One of a few classes at the last step, by cross-entropy.
   *
   * @param count ids are less
   */
  public record LastClass(int count) implements Output {}

  /**
   * One of a few classes at each of the last steps, by cross-entropy; the steps before them have no
   * loss.
   *
   * @param count ids are less
   */
  public record StepClasses(int count) implements Output {}

  /** A number at the last step, by its squared error. */
  public record LastNumber() implements Output {}

  /** Of words: in by their ids, out by their probabilities at the last step. */
  public static Signature ofWords(int vocabularySize) {
    return new Signature(new Symbols(vocabularySize), new LastClass(vocabularySize));
  }

  /** How many numbers the network puts out for each target. */
  public int width() {
    if (output instanceof LastClass last) {
      return last.count();
    }
    return output instanceof StepClasses steps ? steps.count() : 1;
  }
}
