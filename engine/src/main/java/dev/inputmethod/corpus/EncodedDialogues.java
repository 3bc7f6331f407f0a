package dev.inputmethod.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Dialogues in the ids of a vocabulary that was given, in one piece and on disk: what a trained
 * model is scored on.
 */
public final class EncodedDialogues {
  private final Manifest manifest;
  private final Windows windows;

  private EncodedDialogues(Manifest manifest, Windows windows) {
    this.manifest = manifest;
    this.windows = windows;
  }

  static EncodedDialogues open(Path directory) {
    try {
      Manifest manifest = Manifest.readComplete(directory);
      SplitStatistics all = manifest.part(DialoguesBuilder.NAME);
      return new EncodedDialogues(
          manifest, Windows.open(directory, DialoguesBuilder.NAME, all.targets()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the encoded dialogues in " + directory, e);
    }
  }

  /** Every target of every dialogue. */
  public Windows windows() {
    return windows;
  }

  boolean hasVocabularyOf(EncodedCorpus corpus) {
    return manifest.vocabulary().equals(corpus.vocabularySum());
  }

  /** SHA-256 of the dialogues' bytes: {@link DataHash}. */
  public String dataHash() {
    return manifest.dataHash();
  }

  public long dialogues() {
    return manifest.dialogues();
  }

  public long utterances() {
    return manifest.utterances();
  }

  public long words() {
    return manifest.words();
  }

  /** Malformed lines that were passed over. */
  public long skippedLines() {
    return manifest.skippedLines();
  }

  /** Share of targets that are not in the vocabulary, 0 to 1. */
  public double outOfVocabularyRate() {
    return manifest.part(DialoguesBuilder.NAME).outOfVocabularyRate();
  }
}
