package dev.inputmethod.corpus;

import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;

/** Encodes dialogues as {@linkplain WordCode word codes}. */
final class DialogueEncoder {
  /** Receives word codes in order. */
  interface Sink {
    void word(int code) throws IOException;
  }

  private final Segmenter segmenter;
  private final ContextScope scope;
  private final int separator;
  private long utterances;
  private long words;

  /**
   * @param separator the number that represents the separator
   */
  DialogueEncoder(Segmenter segmenter, ContextScope scope, int separator) {
    this.segmenter = segmenter;
    this.scope = scope;
    this.separator = separator;
  }

  /** Encodes a dialogue. Utterances without words are ignored. */
  void encode(List<String> dialogue, ToIntFunction<String> ids, Sink sink) throws IOException {
    boolean first = true;
    for (String utterance : dialogue) {
      List<String> segmented = segmenter.words(utterance);
      if (segmented.isEmpty()) {
        continue;
      }
      if (!first && scope == ContextScope.DIALOGUE) {
        sink.word(separator | WordCode.NO_TARGET);
      }
      boolean startsContext = first || scope == ContextScope.UTTERANCE;
      int flags = WordCode.NO_TARGET | (startsContext ? WordCode.CONTEXT_START : 0);
      for (String word : segmented) {
        sink.word(ids.applyAsInt(word) | flags);
        flags = 0;
      }
      first = false;
      utterances++;
      words += segmented.size();
    }
  }

  long utterances() {
    return utterances;
  }

  /** The number of words so far, without separators. */
  long words() {
    return words;
  }
}
