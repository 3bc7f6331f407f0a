package dev.inputmethod.task;

/**
 * What goes into a network and what comes out of it. It decides which first and last layer a task
 * needs.
 */
public record Signature(Input input, Output output) {

  /** What stands at each step of an input. */
  public sealed interface Input {}

  /**
   * One of several symbols, which the network embeds.
   *
   * @param count how many; their ids are less
   */
  public record Symbols(int count) implements Input {}

  /**
   * Real numbers, which go into the first recurrent layer as they are.
   *
   * @param features numbers at each step
   */
  public record Numbers(int features) implements Input {}

  /** What the network answers, and the loss that measures it. */
  public sealed interface Output {}

  /**
   * One of several classes at the last step, measured by cross-entropy.
   *
   * @param count how many; their ids are less
   */
  public record LastClass(int count) implements Output {}

  /**
   * One of several classes at each of the last steps, measured by cross-entropy; the steps before
   * them have no loss.
   *
   * @param count how many; their ids are less
   */
  public record StepClasses(int count) implements Output {}

  /** A number at the last step, measured by its squared error. */
  public record LastNumber() implements Output {}

  /** The signature of predicting words: ids in, probabilities of the next word out. */
  public static Signature ofWords(int vocabularySize) {
    return new Signature(new Symbols(vocabularySize), new LastClass(vocabularySize));
  }

  /** How many numbers the network gives for each target. */
  public int width() {
    if (output instanceof LastClass last) {
      return last.count();
    }
    return output instanceof StepClasses steps ? steps.count() : 1;
  }
}
