package dev.inputmethod.model;

import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.kernel.ContextPass;
import dev.inputmethod.kernel.NetworkSizes;
import dev.inputmethod.kernel.RecurrentPass.CellKind;
import dev.inputmethod.task.SymbolBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** A trained network for words that runs without DL4J, one context at a time, and cannot learn. */
final class TypingModel implements WordProbabilities {
  private final ContextPass pass;
  private final int vocabularySize;

  private TypingModel(ContextPass pass, int vocabularySize) {
    this.pass = pass;
    this.vocabularySize = vocabularySize;
  }

  static TypingModel load(Path file, ModelSettings model, int vocabularySize) throws IOException {
    NetworkSizes sizes = sizes(model, vocabularySize);
    float[] parameters = Coefficients.read(file, sizes.parameters());
    return new TypingModel(new ContextPass(parameters, sizes), vocabularySize);
  }

  private static NetworkSizes sizes(ModelSettings model, int vocabularySize) {
    int directions = model.direction() == Direction.BIDIRECTIONAL ? 2 : 1;
    int hidden = model.hiddenSize();
    CellKind cell = Networks.cell(model).kind();
    List<NetworkSizes.Level> levels = new ArrayList<>();
    int inputs = model.embeddingSize();
    for (int level = 0; level < model.layers(); level++) {
      levels.add(new NetworkSizes.Level(cell, inputs, hidden, directions, model.bias()));
      inputs = directions * hidden;
    }
    return new NetworkSizes(OptionalInt.of(vocabularySize), levels, vocabularySize);
  }

  @Override
  public int vocabularySize() {
    return vocabularySize;
  }

  @Override
  public float[] logProbabilities(SymbolBatch batch) {
    int time = batch.contextLength();
    float[] all = new float[Math.multiplyExact(batch.size(), vocabularySize)];
    for (int i = 0; i < batch.size(); i++) {
      int[] context = Arrays.copyOfRange(batch.contexts(), i * time, (i + 1) * time);
      float[] row = pass.logProbabilities(context);
      System.arraycopy(row, 0, all, i * vocabularySize, vocabularySize);
    }
    return all;
  }

  @Override
  public void close() {
    // It has no native memory.
  }
}
