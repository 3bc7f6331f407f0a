package dev.inputmethod.corpus;

import dev.inputmethod.reports.record.DataSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A corpus on disk, segmented, split and encoded, for any context length. Opening it maps its
 * files: any number of trials and processes share one. Safe for many threads.
 */
public final class EncodedCorpus {
  private final Path directory;
  private final Manifest manifest;
  private final Vocabulary vocabulary;
  private final Map<Split, Windows> windows;

  private EncodedCorpus(Path directory, Manifest manifest) throws IOException {
    this.directory = directory;
    this.manifest = manifest;
    this.vocabulary = Vocabulary.load(directory.resolve(Manifest.VOCABULARY_FILE));
    this.windows = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      windows.put(
          split, Windows.open(directory, split.label(), manifest.part(split.label()).targets()));
    }
  }

  /**
   * Opens what {@link CorpusCache#prepare} has made, without reading its content again.
   *
   * @param directory {@link #directory()} of the corpus that was prepared
   */
  public static EncodedCorpus open(Path directory) {
    try {
      return new EncodedCorpus(directory, Manifest.readComplete(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the encoded corpus in " + directory, e);
    }
  }

  /** Where its files lie. */
  public Path directory() {
    return directory;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Windows windows(Split split) {
    Windows found = windows.get(split);
    if (found == null) {
      throw new IllegalStateException("every split was opened");
    }
    return found;
  }

  /** How the vocabulary's file is recognised. */
  FileSum vocabularySum() {
    return manifest.vocabulary();
  }

  /** SHA-256 of the dialogues' bytes: {@link DataHash}. */
  public String dataHash() {
    return manifest.dataHash();
  }

  /**
   * What a trial with contexts of {@code contextLength} words learns from; counted when the corpus
   * was prepared.
   */
  public DataSummary summary(int contextLength) {
    return new DataSummary(
        manifest.dialogues(),
        manifest.utterances(),
        manifest.words(),
        manifest.skippedLines(),
        vocabulary.size(),
        part(Split.TRAIN).targets(),
        part(Split.VALIDATION).targets(),
        part(Split.TEST).targets(),
        part(Split.VALIDATION).outOfVocabularyRate(),
        part(Split.TRAIN).paddedShare(contextLength),
        Optional.of(vocabulary.hash()));
  }

  private SplitStatistics part(Split split) {
    return manifest.part(split.label());
  }
}
