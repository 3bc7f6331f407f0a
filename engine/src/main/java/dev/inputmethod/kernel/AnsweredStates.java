package dev.inputmethod.kernel;

/**
 * The states that the output layer sees: each direction's own final one, or those of all directions
 * at the last steps; the answers of a step are the lanes of its batch, step after step.
 */
final class AnsweredStates {
  private final Steps states;
  private final Steps top;
  private final int directions;
  private final Answers answers;

  /** Takes the states of the highest recurrent layer. */
  AnsweredStates(Steps top, int directions, Answers answers) {
    this.top = top;
    this.directions = directions;
    this.answers = answers;
    int lanes = Math.multiplyExact(top.shape().batch(), answers.perExample());
    this.states = new Steps(new Shape(1, lanes), top.features());
  }

  /** One step, in which each answer is an example. */
  Shape shape() {
    return states.shape();
  }

  /** {@code [features, lanes]}. */
  Matrix values() {
    return states.values(0);
  }

  /** The same, turned: {@code [answers, features]}. */
  Matrix byExample() {
    states.turnToExamples();
    return states.byExample(0);
  }

  /** ∂L/∂values, {@code [features, lanes]}. */
  Matrix gradients() {
    return states.gradients(0);
  }

  /** Fills the values from the layer's output. */
  void take() {
    for (int feature = 0; feature < top.features(); feature++) {
      for (int nth = 0; nth < answers.perExample(); nth++) {
        copy(top.values(step(feature, nth), feature), states.values(0, feature), 0, nth);
      }
    }
  }

  /** Writes the gradients into the layer's, which are 0 elsewhere. */
  void giveBack() {
    top.clearGradients();
    for (int feature = 0; feature < top.features(); feature++) {
      for (int nth = 0; nth < answers.perExample(); nth++) {
        copy(states.gradients(0, feature), top.gradients(step(feature, nth), feature), nth, 0);
      }
    }
  }

  private int step(int feature, int nth) {
    int time = top.shape().time();
    if (answers instanceof Answers.LastSteps last) {
      return time - last.count() + nth;
    }
    boolean backward = feature >= top.features() / directions;
    return backward ? 0 : time - 1;
  }

  /** A feature's numbers of all examples, from the lanes of one answer to those of another. */
  private void copy(Span from, Span to, int fromAnswer, int toAnswer) {
    int batch = top.shape().batch();
    System.arraycopy(
        from.values(),
        from.at() + fromAnswer * batch,
        to.values(),
        to.at() + toAnswer * batch,
        batch);
  }
}
