package dev.inputmethod.layer;

import dev.inputmethod.kernel.Answers;
import dev.inputmethod.kernel.Shape;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns DL4J's arrays into what a pass takes, and refuses those that do not fit the network. */
final class FastBatches {
  private final Optional<WordEmbedding> words;
  private final boolean answersAtSteps;
  private final FeedForwardLayer output;

  /**
   * For one network.
   *
   * @param answersAtSteps whether it answers at the last steps; else from the final states
   */
  FastBatches(Optional<WordEmbedding> words, boolean answersAtSteps, FeedForwardLayer output) {
    this.words = words;
    this.answersAtSteps = answersAtSteps;
    this.output = output;
  }

  /**
   * The shape of a batch.
   *
   * @param input ids {@code [batch, time]}, or numbers {@code [batch, features, time]}
   */
  static Shape shape(INDArray input) {
    int steps = Math.toIntExact(input.size(input.rank() - 1));
    return new Shape(steps, Math.toIntExact(input.size(0)));
  }

  /** What goes in, row-major. */
  float[] input(INDArray input) {
    float[] numbers = numbers(input);
    words.ifPresent(each -> requireClasses(numbers, each.getNIn(), "word ids"));
    return numbers;
  }

  /**
   * Where the network answers.
   *
   * @param lastSteps how many steps are asked for, where it answers at steps
   */
  Answers answers(int lastSteps) {
    return answersAtSteps ? new Answers.LastSteps(lastSteps) : new Answers.FinalStates();
  }

  /**
   * Where the network answers.
   *
   * @param mask {@code [batch, time]}, 1 at the same last steps of every row and 0 before them;
   *     null where all targets count
   */
  Answers answers(Shape shape, @Nullable INDArray mask) {
    if (mask == null) {
      return answers(shape.time());
    }
    float[] counts = numbers(mask);
    int answered = 0;
    while (answered < shape.time() && counts[counts.length - 1 - answered] == 1) {
      answered++;
    }
    boolean fits = answersAtSteps && answered > 0 && counts.length == shape.batch() * shape.time();
    for (int i = 0; fits && i < counts.length; i++) {
      fits = counts[i] == (i % shape.time() < shape.time() - answered ? 0 : 1);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "expected a mask [batch, time] with the same last steps of every example, or"
              + " none for a FinalState; use MultiLayerNetwork for others");
    }
    return answers(answered);
  }

  /** Targets as a pass takes them: those of a step together. */
  float[] targets(INDArray labels, Shape shape, Answers answers) {
    float[] numbers = numbers(labels);
    boolean classes = output instanceof SoftmaxOutput;
    long each = answersAtSteps ? shape.time() : classes ? 1 : output.getNOut();
    if (numbers.length != shape.batch() * each) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "expected targets [%d, %d] but found %s",
              shape.batch(),
              each,
              labels.shapeInfoToString()));
    }
    float[] targets =
        answers instanceof Answers.LastSteps last
            ? lastSteps(numbers, shape, last.count())
            : numbers;
    if (classes) {
      requireClasses(targets, output.getNOut(), "targets");
    }
    return targets;
  }

  private static float[] lastSteps(float[] numbers, Shape shape, int count) {
    float[] targets = new float[count * shape.batch()];
    for (int i = 0; i < targets.length; i++) {
      int t = shape.time() - count + i / shape.batch();
      targets[i] = numbers[i % shape.batch() * shape.time() + t];
    }
    return targets;
  }

  /** From a step's answers together, {@code [steps, batch, …]}, to an example's together. */
  static float[] byExample(float[] answers, int batch, int steps) {
    int width = answers.length / (batch * steps);
    float[] turned = new float[answers.length];
    for (int row = 0; row < batch * steps; row++) {
      int from = (row % steps * batch + row / steps) * width;
      System.arraycopy(answers, from, turned, row * width, width);
    }
    return turned;
  }

  private static float[] numbers(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  private static void requireClasses(float[] ids, long count, String what) {
    for (float id : ids) {
      if (!(id >= 0 && id < count)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "expected %s from 0 to %d but found %.0f", what, count - 1, id));
      }
    }
  }
}
