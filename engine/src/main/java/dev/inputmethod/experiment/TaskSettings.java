package dev.inputmethod.experiment;

/**
 * The task to learn. All components but the name apply only to tasks that generate their own
 * examples.
 *
 * @param length T in the task's definition, in steps
 * @param examples the number of training examples, each used once per epoch
 * @param validationExamples the number of validation examples, and of test examples
 */
public record TaskSettings(TaskName name, int length, long examples, long validationExamples) {

  /** Whether the task learns from dialogues. */
  public boolean isNextWord() {
    return name == TaskName.NEXT_WORD;
  }
}
