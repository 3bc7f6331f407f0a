package dev.inputmethod.model;

import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.layer.AttentionWeights;
import dev.inputmethod.layer.FastNetwork;
import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.LogProbabilities;
import dev.inputmethod.layer.ObservedWeights;
import dev.inputmethod.layer.RecurrentLayers;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.PieceBatch;
import dev.inputmethod.task.SeedStreams;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network that predicts the next word, or answers what another task asks. It belongs to the
 * thread that made it: ND4J's workspaces and random streams are that thread's.
 */
public final class NextWordModel implements WordProbabilities, AutoCloseable {
  private final MultiLayerNetwork network;
  private final Signature signature;
  private final StepListener steps;
  private final CarriedSteps carried;

  private NextWordModel(MultiLayerNetwork network, TrainingSettings training, Signature signature) {
    this.network = network;
    this.steps = new StepListener(Networks.clipping(training));
    this.carried = new CarriedSteps(network);
    this.signature = signature;
    network.setListeners(steps);
  }

  /** An untrained network; a seed gives the same parameters wherever the shapes are the same. */
  public static NextWordModel initial(
      ModelSettings model, TrainingSettings training, Signature signature, long seed) {
    long stream = SeedStreams.derive(seed, SeedStreams.INITIALISATION, 0);
    MultiLayerConfiguration layout = Networks.layout(model, training, signature, stream);
    return new NextWordModel(
        Networks.build(layout, Implementation.of(model, training)), training, signature);
  }

  /**
   * A trained network. Only the parameters are read from the file. Its layout follows from the
   * settings, so a file from elsewhere cannot name a class to load.
   *
   * @throws dev.inputmethod.problem.InvalidInputException when the file does not hold the
   *     parameters of such a network
   */
  public static NextWordModel load(
      Path file, ModelSettings model, TrainingSettings training, Signature signature)
      throws IOException {
    return load(file, model, training, signature, Implementation.of(model, training));
  }

  /** A trained network for words in the reference form. */
  static NextWordModel loadReference(
      Path file, ModelSettings model, TrainingSettings training, int vocabularySize)
      throws IOException {
    return load(file, model, training, Signature.ofWords(vocabularySize), Implementation.REFERENCE);
  }

  /** Reads the file first: a network that nobody closes would keep its native memory. */
  private static NextWordModel load(
      Path file,
      ModelSettings model,
      TrainingSettings training,
      Signature signature,
      Implementation implementation)
      throws IOException {
    MultiLayerConfiguration layout = Networks.layout(model, training, signature, 0);
    long count = Networks.parameterCount(layout);
    float[] parameters = Coefficients.read(file, count);
    MultiLayerNetwork network = Networks.build(layout, implementation);
    try (INDArray flat = Nd4j.createFromArray(parameters)) {
      network.setParams(flat.reshape(1, count));
    }
    return new NextWordModel(network, training, signature);
  }

  /** Writes the parameters and the network's layout as DL4J does, without the optimiser's state. */
  public void save(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ModelSerializer.writeModel(network, file.toFile(), false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The implementation that runs, and what it runs on: such as {@code fast (vector-512)}. */
  public String kernels() {
    return network instanceof FastNetwork fast
        ? Implementation.FAST.word() + " (" + fast.kernelName() + ")"
        : Implementation.REFERENCE.word();
  }

  /** Words, or classes, to choose from. */
  @Override
  public int vocabularySize() {
    return signature.width();
  }

  /** How many numbers are learned. */
  public long parameterCount() {
    return network.numParams();
  }

  /** Starts the stream of dropout masks anew, as is done at the start of each epoch. */
  public void seedDropout(long stream) {
    RecurrentLayers.seedDropout(network, stream);
  }

  /**
   * Makes one update and returns the batch's mean loss before it, such as nats per word. Pieces of
   * sequences go on where those of the step before ended; without any target there is no update,
   * and the loss is 0.
   */
  public double step(Batch batch) {
    steps.begin();
    if (batch instanceof PieceBatch pieces) {
      return carried.step(pieces);
    }
    Optional<INDArray> mask = BatchArrays.targetMask(batch, signature);
    if (mask.isPresent()) {
      network.fit(input(batch), targets(batch), null, mask.get());
    } else {
      network.fit(input(batch), targets(batch));
    }
    return network.score();
  }

  /** Makes one update that an observer looks into. */
  public double step(Batch batch, StepObserver observer) {
    steps.observe(Optional.of(observer));
    try {
      return step(batch);
    } finally {
      steps.observe(Optional.empty());
    }
  }

  /**
   * Whether the last step's gradient was clipped; empty if the settings ask for no clipping, or if
   * the step made no update.
   */
  public Optional<Boolean> clipped() {
    return steps.clipped();
  }

  /**
   * Computes the gradients of a batch's loss for an observer, without dropout and without an
   * update: training goes on as if it had not happened.
   */
  public void backpropagate(Batch batch, GradientObserver observer) {
    RecurrentLayers.observe(network, observer);
    RecurrentLayers.suspendDropout(network, true);
    try {
      BatchArrays.targetMask(batch, signature)
          .ifPresent(mask -> network.setLayerMaskArrays(null, mask));
      network.setInput(input(batch));
      network.setLabels(targets(batch));
      network.computeGradientAndScore();
      AttentionWeights.of(network).ifPresent(observer::attention);
    } finally {
      network.clearLayerMaskArrays();
      RecurrentLayers.suspendDropout(network, false);
      RecurrentLayers.stopObserving(network);
    }
  }

  /** Copies of the recurrent weights, the lowest layer and its forward direction first. */
  public List<ObservedWeights> recurrentWeights() {
    return ObservedWeights.of(network);
  }

  @Override
  public float[] logProbabilities(SymbolBatch batch) {
    return LogProbabilities.rows(network, input(batch));
  }

  /**
   * The answers at every target: ln p of each class, {@code [batch, targetSteps, classes]}, or the
   * number, {@code [batch]}; row-major.
   */
  public float[] answers(Batch batch) {
    if (network instanceof FastNetwork fast) {
      return fast.answers(input(batch), batch.targetSteps());
    }
    return ReferenceAnswers.of(network, signature, batch);
  }

  private INDArray input(Batch batch) {
    return BatchArrays.input(batch);
  }

  private INDArray targets(Batch batch) {
    return BatchArrays.targets(batch, signature);
  }

  /** Frees the network's memory, which is not Java's. */
  @Override
  public void close() {
    network.close();
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
