package dev.inputmethod.task;

import dev.inputmethod.corpus.Segmenter;
import dev.inputmethod.corpus.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns typed text into a model's context: its last words, padded on the left exactly as training
 * windows are. The text is one utterance, the first of its dialogue.
 */
public final class Prefix {
  private final Segmenter segmenter;
  private final Vocabulary vocabulary;
  private final int contextLength;

  public Prefix(Segmenter segmenter, Vocabulary vocabulary, int contextLength) {
    this.segmenter = segmenter;
    this.vocabulary = vocabulary;
    this.contextLength = contextLength;
  }

  /** The ids of every word of the text. */
  public List<Integer> ids(String text) {
    List<Integer> ids = new ArrayList<>();
    for (String word : segmenter.words(text)) {
      ids.add(vocabulary.id(word));
    }
    return ids;
  }

  /** Makes a context of each list of words. The batch's targets are 0 and mean nothing. */
  public SymbolBatch batchOf(List<List<Integer>> prefixes) {
    int[] contexts = new int[Math.multiplyExact(prefixes.size(), contextLength)];
    int[] padding = new int[prefixes.size()];
    for (int row = 0; row < padding.length; row++) {
      List<Integer> ids = prefixes.get(row);
      int kept = Math.min(contextLength, ids.size());
      padding[row] = contextLength - kept;
      for (int i = 0; i < kept; i++) {
        contexts[row * contextLength + padding[row] + i] = ids.get(ids.size() - kept + i);
      }
    }
    return new SymbolBatch(contextLength, contexts, new int[padding.length], padding);
  }
}
