package dev.inputmethod.kernel;

/** Where a network answers. */
public sealed interface Answers {

  /** Once for each example, from each direction's own final state. */
  record FinalStates() implements Answers {
    @Override
    public int perExample() {
      return 1;
    }
  }

  /**
   * At the last steps, from the states of all directions there.
   *
   * @param count how many steps, at least 1
   */
  record LastSteps(int count) implements Answers {
    public LastSteps {
      if (count < 1) {
        throw new IllegalArgumentException("expected at least one step but found " + count);
      }
    }

    @Override
    public int perExample() {
      return count;
    }
  }

  /** How many answers an example gets. */
  int perExample();
}
