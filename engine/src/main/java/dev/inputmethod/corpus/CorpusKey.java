package dev.inputmethod.corpus;

import java.util.Locale;

/** Names encoded dialogues by everything that decides their content. */
final class CorpusKey {
  /** Hexadecimal digits: 128 bits are beyond any accident. */
  private static final int DIGITS = 32;

  private CorpusKey() {}

  /** Of a corpus that is split and counted. */
  static String of(CorpusSettings settings, String dataHash) {
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

  /** Of dialogues in the ids of a given vocabulary. */
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
