package dev.inputmethod.model;

import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.layer.FastNetwork;
import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.LogProbabilities;
import dev.inputmethod.layer.RecurrentLayers;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.SeedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network that predicts the next word. It belongs to the thread that made it: ND4J's workspaces
 * and random streams are that thread's.
 */
public final class NextWordModel implements AutoCloseable {
  private final MultiLayerNetwork network;
  private final int vocabularySize;
  private final StepListener steps = new StepListener();

  private NextWordModel(MultiLayerNetwork network, int vocabularySize) {
    this.network = network;
    this.vocabularySize = vocabularySize;
    network.setListeners(steps);
  }

  /** An untrained network; a seed gives the same parameters wherever the shapes are the same. */
  public static NextWordModel initial(
      ModelSettings model, TrainingSettings training, int vocabularySize, long seed) {
    long stream = SeedStreams.derive(seed, SeedStreams.INITIALISATION, 0);
    return new NextWordModel(
        Networks.build(model, training, vocabularySize, stream), vocabularySize);
  }

  /**
   * A trained network. Of the file only the parameters are read: what the network looks like is
   * told by the settings, so that a file from elsewhere can name no class to load.
   *
   * @throws dev.inputmethod.problem.InvalidInputException when the file does not hold the
   *     parameters of such a network
   */
  public static NextWordModel load(
      Path file, ModelSettings model, TrainingSettings training, int vocabularySize)
      throws IOException {
    return initial(model, training, vocabularySize, 0).with(file);
  }

  /**
   * The same in the reference form, for a context now and then: it answers at once, where the fast
   * form is slow until it is compiled.
   */
  public static NextWordModel loadReference(
      Path file, ModelSettings model, TrainingSettings training, int vocabularySize)
      throws IOException {
    return new NextWordModel(
            Networks.reference(model, training, vocabularySize, DataType.FLOAT, 0), vocabularySize)
        .with(file);
  }

  private NextWordModel with(Path file) throws IOException {
    network.setParams(Coefficients.read(file, network.numParams()));
    return this;
  }

  /** Writes the parameters and the network's layout as DL4J does, without the optimiser's state. */
  public void save(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    ModelSerializer.writeModel(network, file.toFile(), false);
  }

  /**
   * The form of the layers that a configuration runs in: {@code fast} or {@code reference}. Each
   * gives numbers of its own, the same on all machines.
   */
  public static String form(ModelSettings model, TrainingSettings training) {
    return Networks.isFast(model, training) ? "fast" : "reference";
  }

  /** The form, and what it runs on: {@code fast (vector-512)}. */
  public String kernels() {
    return network instanceof FastNetwork fast ? "fast (" + fast.form() + ")" : "reference";
  }

  public int vocabularySize() {
    return vocabularySize;
  }

  /** How many numbers are learned. */
  public long parameterCount() {
    return network.numParams();
  }

  /** Starts the stream of dropout masks anew, as is done at the start of each epoch. */
  public void seedDropout(long stream) {
    RecurrentLayers.seedDropout(network, stream);
  }

  /** One update; gives the mean cross-entropy of the batch before it, in nats per word. */
  public double step(Batch batch) {
    network.fit(ids(batch), targets(batch));
    return network.score();
  }

  /** The same, observed. */
  public double step(Batch batch, StepObserver observer) {
    observe(Optional.of(observer));
    try {
      return step(batch);
    } finally {
      observe(Optional.empty());
    }
  }

  private void observe(Optional<StepObserver> by) {
    steps.observe(by);
    if (network instanceof FastNetwork fast) {
      fast.keepUpdates(by.isPresent());
    }
  }

  /**
   * Computes the gradients of a batch's loss for an observer, without dropout and without an
   * update: training goes on as if it had not happened.
   */
  public void backpropagate(Batch batch, GradientObserver observer) {
    RecurrentLayers.observe(network, observer);
    RecurrentLayers.suspendDropout(network, true);
    try {
      network.setInput(ids(batch));
      network.setLabels(targets(batch));
      network.computeGradientAndScore();
    } finally {
      RecurrentLayers.suspendDropout(network, false);
      RecurrentLayers.stopObserving(network);
    }
  }

  /** ln p of every word after each context, in nats: {@code [batch, vocabulary]}, row-major. */
  public float[] logProbabilities(Batch batch) {
    return LogProbabilities.rows(network, ids(batch));
  }

  private static INDArray ids(Batch batch) {
    return Nd4j.createFromArray(batch.contexts())
        .reshape(batch.size(), batch.contextLength())
        .castTo(DataType.FLOAT);
  }

  private static INDArray targets(Batch batch) {
    return Nd4j.createFromArray(batch.targets()).reshape(batch.size(), 1).castTo(DataType.FLOAT);
  }

  /** Frees the network's memory, which is not Java's. */
  @Override
  public void close() {
    network.close();
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
