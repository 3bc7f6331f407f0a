package dev.inputmethod.corpus;

import java.util.Locale;

/** Computes the key of encoded dialogues: a hash of everything that decides their content. */
final class CorpusKey {
  /** Hexadecimal digits; 128 bits make collisions practically impossible. */
  private static final int DIGITS = 32;

  private CorpusKey() {}

  /** Returns the key of a corpus that is split and has its own vocabulary. */
  static String of(EncodingSettings settings, String dataHash) {
    SplitShares split = settings.split();
    return hash(
        dataHash,
        settings.skipBadLines(),
        "scope " + settings.scope(),
        "minCount " + settings.minCount(),
        "maxVocabulary " + settings.maxVocabulary(),
        String.format(
            Locale.ROOT,
            "split %s %s %s %d",
            split.train(),
            split.validation(),
            split.test(),
            split.seed()));
  }

  /** Returns the key of dialogues that are encoded with a given vocabulary. */
  static String of(Vocabulary vocabulary, boolean skipBadLines, String dataHash) {
    return hash(dataHash, skipBadLines, "vocabulary " + vocabulary.hash());
  }

  private static String hash(String dataHash, boolean skipBadLines, String... rest) {
    String text =
        String.join(
            "\n",
            "format " + Manifest.FORMAT,
            "data " + dataHash,
            "segmenter " + Segmenter.id(),
            "skipBadLines " + skipBadLines,
            String.join("\n", rest));
    return DataHash.ofText(text).substring(0, DIGITS);
  }
}
