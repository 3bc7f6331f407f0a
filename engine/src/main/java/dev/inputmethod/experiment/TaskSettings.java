package dev.inputmethod.experiment;

/**
 * What is learned; all but the name is of the tasks that make their own examples.
 *
 * @param length T of the task's definition, in steps
 * @param examples to learn from, each once an epoch
 * @param validationExamples to choose by; as many are tested on
 */
public record TaskSettings(TaskName name, int length, long examples, long validationExamples) {

  /** Whether it learns from dialogues. */
  public boolean isNextWord() {
    return name == TaskName.NEXT_WORD;
  }
}
