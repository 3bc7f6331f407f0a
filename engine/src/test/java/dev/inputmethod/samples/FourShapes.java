package dev.inputmethod.samples;

import dev.inputmethod.layer.Cell;
import dev.inputmethod.layer.FinalState;
import dev.inputmethod.layer.Recurrent;
import dev.inputmethod.layer.RecurrentState;
import dev.inputmethod.layer.SoftmaxOutput;
import dev.inputmethod.layer.WordEmbedding;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The four shapes of a recurrent network, each on a task small enough to be learnt by heart.
 *
 * <p>Only two things change from one to the next: how many words go in (the columns of the input),
 * and whether there is a {@link FinalState} below the output (one answer) or not (an answer at
 * every step). Words are ids 0 to 4; id 5 stands for "nothing".
 */
public final class FourShapes {
  private static final int WORDS = 5;
  private static final int NOTHING = 5;
  private static final int STEPS = 300;

  private FourShapes() {}

  /** Prints each shape's inputs and what the trained network answers. */
  public static void main(String[] arguments) {
    for (Answer answer :
        new Answer[] {oneToOne(), oneToMany(), manyToOne(), manyToMany(), oneAtATime()}) {
      System.out.println(answer.shape() + ": " + Arrays.deepToString(answer.given()));
    }
  }

  /** What a trained network answers. */
  public static final class Answer {
    private final String shape;
    private final int[][] wanted;
    private final int[][] given;

    Answer(String shape, int[][] wanted, int[][] given) {
      this.shape = shape;
      this.wanted = wanted;
      this.given = given;
    }

    public String shape() {
      return shape;
    }

    /** The targets, {@code [example][step]}. */
    public int[][] wanted() {
      return wanted;
    }

    /** The most probable words, {@code [example][step]}. */
    public int[][] given() {
      return given;
    }
  }

  /**
   * One word in, one word out: the word that follows. Input {@code [batch, 1]}, targets {@code
   * [batch, 1]}.
   */
  public static Answer oneToOne() {
    int[][] inputs = {{0}, {1}, {2}, {3}, {4}};
    int[][] targets = {{1}, {2}, {3}, {4}, {0}};
    return learn("one-to-one", inputs, targets, true);
  }

  /**
   * One word in, several out: the three words that follow. After the word nothing more comes in, so
   * the state alone must carry it. Input {@code [batch, time]}, targets {@code [batch, time]}.
   */
  public static Answer oneToMany() {
    int[][] inputs = new int[WORDS][];
    int[][] targets = new int[WORDS][];
    for (int word = 0; word < WORDS; word++) {
      inputs[word] = new int[] {word, NOTHING, NOTHING};
      targets[word] = new int[] {next(word, 1), next(word, 2), next(word, 3)};
    }
    return learn("one-to-many", inputs, targets, false);
  }

  /**
   * Several words in, one out: the first of them. Input {@code [batch, time]}, targets {@code
   * [batch, 1]}.
   */
  public static Answer manyToOne() {
    int[][] inputs = {{0, 3, 1, 2}, {1, 1, 4, 0}, {2, 0, 0, 3}, {3, 4, 2, 2}, {4, 2, 3, 1}};
    int[][] targets = {{0}, {1}, {2}, {3}, {4}};
    return learn("many-to-one", inputs, targets, true);
  }

  /**
   * Several words in, one out for each: the word before. Input {@code [batch, time]}, targets
   * {@code [batch, time]}.
   */
  public static Answer manyToMany() {
    int[][] inputs = {{0, 3, 1, 2}, {1, 1, 4, 0}, {2, 0, 0, 3}, {3, 4, 2, 2}};
    int[][] targets = new int[inputs.length][];
    for (int example = 0; example < inputs.length; example++) {
      int[] in = inputs[example];
      targets[example] = new int[] {NOTHING, in[0], in[1], in[2]};
    }
    return learn("many-to-many", inputs, targets, false);
  }

  /**
   * One-to-many again, but each word is asked for on its own and the state carried on by hand: the
   * way to go on for as long as one likes.
   */
  public static Answer oneAtATime() {
    int[][] pairs = new int[WORDS][];
    int[][] targets = new int[WORDS][];
    for (int word = 0; word < WORDS; word++) {
      pairs[word] = new int[] {word, next(word, 1), next(word, 2)};
      targets[word] = new int[] {next(word, 1), next(word, 2), next(word, 3)};
    }
    MultiLayerNetwork network = trained(pairs, targets, false);
    int[][] given = new int[WORDS][targets[0].length];
    INDArray words = Nd4j.createFromArray(new int[][] {{0}, {1}, {2}, {3}, {4}});
    for (int step = 0; step < targets[0].length; step++) {
      words = network.output(words).argMax(1);
      for (int example = 0; example < WORDS; example++) {
        given[example][step] = words.getInt(example, 0);
      }
      RecurrentState.finalOf(network).startIn(network);
    }
    return new Answer("one-to-many, a word at a time", targets, given);
  }

  private static Answer learn(String shape, int[][] inputs, int[][] targets, boolean oneAnswer) {
    MultiLayerNetwork network = trained(inputs, targets, oneAnswer);
    // Probabilities: [batch, words] with one answer, [batch, words, time] with an answer at every
    // step.
    INDArray best = network.output(Nd4j.createFromArray(inputs)).argMax(1);
    int[][] given = new int[targets.length][targets[0].length];
    for (int example = 0; example < given.length; example++) {
      for (int step = 0; step < given[example].length; step++) {
        given[example][step] = oneAnswer ? best.getInt(example) : best.getInt(example, step);
      }
    }
    return new Answer(shape, targets, given);
  }

  private static MultiLayerNetwork trained(int[][] inputs, int[][] targets, boolean oneAnswer) {
    MultiLayerNetwork network = network(oneAnswer);
    INDArray input = Nd4j.createFromArray(inputs);
    INDArray labels = Nd4j.createFromArray(targets);
    for (int step = 0; step < STEPS; step++) {
      network.fit(input, labels);
    }
    return network;
  }

  private static MultiLayerNetwork network(boolean oneAnswer) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.02)).list();
    layers.layer(new WordEmbedding.Builder().nIn(WORDS + 1).nOut(8).build());
    layers.layer(new Recurrent.Builder().nIn(8).nOut(16).cell(Cell.GRU).build());
    if (oneAnswer) {
      layers.layer(new FinalState.Builder().build());
    }
    layers.layer(new SoftmaxOutput.Builder().nIn(16).nOut(WORDS + 1).build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private static int next(int word, int times) {
    return (word + times) % WORDS;
  }
}
