package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Encodes dialogues with a given vocabulary into an empty directory, in one pass. */
final class DialoguesBuilder {
  static final String NAME = "dialogues";

  private final List<Path> files;
  private final Vocabulary vocabulary;
  private final boolean skipBadLines;
  private final CorpusListener listener;

  DialoguesBuilder(
      List<Path> files, Vocabulary vocabulary, boolean skipBadLines, CorpusListener listener) {
    this.files = List.copyOf(files);
    this.vocabulary = vocabulary;
    this.skipBadLines = skipBadLines;
    this.listener = listener;
  }

  /**
   * Builds the encoded dialogues.
   *
   * @throws InvalidInputException if a file is malformed or changes meanwhile, or contains nothing
   *     to predict
   */
  void build(Path directory, String key, String dataHash) throws IOException {
    DialogueEncoder encoder =
        new DialogueEncoder(Segmenter.load(), vocabulary.scope(), Vocabulary.SEPARATOR_ID);
    DialogueReader.Result read;
    SplitStatistics all;
    try (SplitWriter out = new SplitWriter(directory, NAME)) {
      read =
          new DialogueReader(files, skipBadLines, BadLineRemedy.FIX, listener)
              .read(dialogue -> encoder.encode(dialogue, vocabulary::id, out));
      all = out.finish();
    }
    read.requireUnchanged(files, dataHash);
    if (all.targets() == 0) {
      throw CorpusBuilder.problem(
          files,
          "nothing to predict: "
              + read.counts(encoder)
              + "; they need an utterance of two words or more: add dialogues");
    }
    Path vocabularyFile = directory.resolve(Manifest.VOCABULARY_FILE);
    vocabulary.save(vocabularyFile);
    Manifest.of(key, read, encoder, FileSum.of(vocabularyFile), Map.of(NAME, all)).write(directory);
  }
}
