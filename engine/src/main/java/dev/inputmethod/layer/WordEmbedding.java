package dev.inputmethod.layer;

import java.util.Collection;
import java.util.Locale;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Looks up a vector for each word id: {@code [batch, time]} to {@code [batch, nOut, time]}. {@code
 * nIn} is the size of the vocabulary. Drawn from N(0, 1), as PyTorch's.
 */
public final class WordEmbedding extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;

  /** For DL4J's JSON reader; use a {@link Builder}. */
  WordEmbedding() {}

  private WordEmbedding(Builder builder) {
    super(builder);
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return Instances.equip(
        new WordEmbeddingLayer(conf, type), this, conf, listeners, index, parameters, initialise);
  }

  @Override
  public ParamInitializer initializer() {
    return new WordEmbeddingParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.recurrent(nOut);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    // The size of the vocabulary does not show in the input's shape.
  }

  @Override
  public org.deeplearning4j.nn.conf.@Nullable InputPreProcessor getPreProcessorForInputType(
      InputType input) {
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return MemoryReports.of(this, input, 0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WordEmbedding && super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "WordEmbedding(%d to %d)", nIn, nOut);
  }

  /** Collects a {@link WordEmbedding}'s settings: {@code nIn} words, {@code nOut} numbers each. */
  @SuppressWarnings("unchecked") // DL4J declares build() with a type of the caller's choice.
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    @Override
    public WordEmbedding build() {
      return new WordEmbedding(this);
    }
  }
}
