package dev.inputmethod.corpus;

/** Names an encoded corpus by everything that decides its content. */
final class CorpusKey {
  /** Hexadecimal digits: 128 bits are beyond any accident. */
  private static final int DIGITS = 32;

  private CorpusKey() {}

  static String of(CorpusSettings settings, String dataHash) {
    SplitShares split = settings.split();
    String text =
        String.join(
            "\n",
            "format " + Manifest.FORMAT,
            "data " + dataHash,
            "segmenter " + Segmenter.id(),
            "scope " + settings.scope(),
            "minCount " + settings.minCount(),
            "maxVocabulary " + settings.maxVocabulary(),
            "skipBadLines " + settings.skipBadLines(),
            "split %s %s %s %d".formatted(split.train(), split.validation(), split.test(), split.seed()));
    return DataHash.ofText(text).substring(0, DIGITS);
  }
}
