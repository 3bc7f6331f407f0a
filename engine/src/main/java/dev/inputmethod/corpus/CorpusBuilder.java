package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Encodes a corpus into an empty directory, in two passes. The first segments the dialogues and
 * writes each word's number in order of appearance. Then the vocabulary is known, and the second
 * converts numbers into ids.
 */
final class CorpusBuilder {
  private final List<Path> files;
  private final EncodingSettings encoding;
  private final Path directory;
  private final CorpusListener listener;
  private final WordTable table = new WordTable();
  private final DialogueEncoder encoder;
  private final Splitter splitter;

  CorpusBuilder(CorpusSettings settings, Path directory, CorpusListener listener) {
    this.files = settings.files();
    this.encoding = settings.encoding();
    this.directory = directory;
    this.listener = listener;
    this.encoder =
        new DialogueEncoder(Segmenter.load(), encoding.scope(), WordCode.SEPARATOR_NUMBER);
    this.splitter = new Splitter(encoding.split());
  }

  /**
   * Builds the corpus.
   *
   * @throws InvalidInputException if a file is malformed or changes meanwhile, or a split has no
   *     targets
   */
  void build(String key, String dataHash) throws IOException {
    DialogueReader.Result read = number();
    read.requireUnchanged(files, dataHash);
    Vocabulary vocabulary =
        table.vocabulary(
            encoding.minCount(),
            encoding.maxVocabulary(),
            encoding.scope() == ContextScope.DIALOGUE);
    int[] ids = table.ids(vocabulary);
    Map<String, SplitStatistics> parts = new TreeMap<>();
    for (Split split : Split.values()) {
      parts.put(split.label(), encode(split, ids));
    }
    requireTargets(read, parts);
    Path vocabularyFile = directory.resolve(Manifest.VOCABULARY_FILE);
    vocabulary.save(vocabularyFile);
    Manifest.of(key, read, encoder, FileSum.of(vocabularyFile), parts).write(directory);
  }

  private Path numbersFile(Split split) {
    return directory.resolve(split.label() + ".numbers");
  }

  private DialogueReader.Result number() throws IOException {
    try (NumberFileWriter train = new NumberFileWriter(numbersFile(Split.TRAIN));
        NumberFileWriter validation = new NumberFileWriter(numbersFile(Split.VALIDATION));
        NumberFileWriter test = new NumberFileWriter(numbersFile(Split.TEST))) {
      DialogueReader.Result result =
          new DialogueReader(files, encoding.skipBadLines(), BadLineRemedy.FIX_OR_SKIP, listener)
              .read(
                  dialogue -> {
                    switch (splitter.split(dialogue)) {
                      case TRAIN -> encoder.encode(dialogue, table::trainingNumber, train::write);
                      case VALIDATION -> encoder.encode(dialogue, table::number, validation::write);
                      case TEST -> encoder.encode(dialogue, table::number, test::write);
                    }
                  });
      train.finish();
      validation.finish();
      test.finish();
      return result;
    }
  }

  private SplitStatistics encode(Split split, int[] ids) throws IOException {
    Path numbers = numbersFile(split);
    try (NumberFileReader in = new NumberFileReader(numbers);
        SplitWriter out = new SplitWriter(directory, split.label())) {
      while (in.next()) {
        int code = in.value();
        int number = WordCode.id(code);
        int id = number == WordCode.SEPARATOR_NUMBER ? Vocabulary.SEPARATOR_ID : ids[number];
        out.word(id | WordCode.flags(code));
      }
      return out.finish();
    } finally {
      Files.delete(numbers);
    }
  }

  private void requireTargets(DialogueReader.Result read, Map<String, SplitStatistics> parts) {
    List<String> missing = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          if (part.targets() == 0 && !name.equals(Split.TEST.label())) {
            missing.add(name);
          }
        });
    if (!missing.isEmpty()) {
      throw problem(
          files,
          String.format(
              Locale.ROOT,
              "nothing to predict in the %s split: %s; each split needs an utterance of two words"
                  + " or more: add dialogues, or change the shares or the seed of data.split",
              String.join(" and the ", missing),
              read.counts(encoder)));
    }
  }

  static InvalidInputException problem(List<Path> files, String message) {
    String where = files.stream().map(Path::toString).collect(Collectors.joining(", "));
    return new InvalidInputException(new Problem(where, message));
  }
}
