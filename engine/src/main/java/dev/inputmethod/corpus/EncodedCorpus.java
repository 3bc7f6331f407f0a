package dev.inputmethod.corpus;

import dev.inputmethod.reports.record.DataSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A segmented, split and encoded corpus on disk, for any context length. Its files are mapped, so
 * that any number of trials and processes share one copy. Thread-safe.
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
   * Opens a corpus that {@link CorpusCache#prepare} has built, without checking its content again.
   *
   * @param directory the {@link #directory()} of the corpus
   */
  public static EncodedCorpus open(Path directory) {
    try {
      return new EncodedCorpus(directory, Manifest.readComplete(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the encoded corpus in " + directory, e);
    }
  }

  /** The directory with its files. */
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

  /** The size and checksum of the vocabulary's file. */
  FileSum vocabularySum() {
    return manifest.vocabulary();
  }

  /** The {@link DataHash} of the dialogues. */
  public String dataHash() {
    return manifest.dataHash();
  }

  /** The number of malformed lines that were skipped. */
  public long skippedLines() {
    return manifest.skippedLines();
  }

  /** Describes the data of a trial with a context length; computed when the corpus was prepared. */
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
