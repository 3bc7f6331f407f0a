package dev.inputmethod.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Dialogues on disk, encoded with the vocabulary of a trained model in order to evaluate it. */
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

  /** The targets of all dialogues. */
  public Windows windows() {
    return windows;
  }

  boolean hasVocabularyOf(EncodedCorpus corpus) {
    return manifest.vocabulary().equals(corpus.vocabularySum());
  }
}
