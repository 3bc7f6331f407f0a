package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Encodes a corpus into an empty directory, in two passes: the first segments the dialogues and writes each word's number
 * by order of appearance; then the vocabulary is known, and the second turns numbers into ids.
 */
final class CorpusBuilder {
  private final CorpusSettings settings;
  private final Path directory;
  private final CorpusListener listener;
  private final WordTable table = new WordTable();
  private final DialogueEncoder encoder;
  private final Splitter splitter;

  CorpusBuilder(CorpusSettings settings, Path directory, CorpusListener listener) {
    this.settings = settings;
    this.directory = directory;
    this.listener = listener;
    this.encoder = new DialogueEncoder(Segmenter.load(), settings.scope(), WordCode.SEPARATOR_NUMBER);
    this.splitter = new Splitter(settings.split());
  }

  /**
   * @throws InvalidInputException when a file is malformed or changes meanwhile, or there is too little to learn from
   */
  void build(String key, String dataHash) throws IOException {
    DialogueReader.Result read = number();
    if (!read.dataHash().equals(dataHash)) {
      throw problem("was changed while it was read; let it rest and run again");
    }
    Vocabulary vocabulary =
        table.vocabulary(
            settings.minCount(), settings.maxVocabulary(), settings.scope() == ContextScope.DIALOGUE);
    int[] ids = table.ids(vocabulary);
    Map<String, SplitStatistics> splits = new TreeMap<>();
    for (Split split : Split.values()) {
      splits.put(split.label(), encode(split, ids));
    }
    Path vocabularyFile = directory.resolve(Manifest.VOCABULARY_FILE);
    vocabulary.save(vocabularyFile);
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            key,
            dataHash,
            read.dialogues(),
            encoder.utterances(),
            encoder.words(),
            read.skippedLines(),
            FileSum.of(vocabularyFile),
            splits);
    requireWindows(manifest);
    manifest.write(directory);
  }

  private Path numbersFile(Split split) {
    return directory.resolve(split.label() + ".numbers");
  }

  private DialogueReader.Result number() throws IOException {
    Map<Split, NumberFileWriter> writers = new EnumMap<>(Split.class);
    try {
      for (Split split : Split.values()) {
        writers.put(split, new NumberFileWriter(numbersFile(split)));
      }
      DialogueReader.Result result =
          new DialogueReader(settings.files(), settings.skipBadLines(), listener)
              .read(
                  dialogue -> {
                    Split split = splitter.split(dialogue);
                    NumberFileWriter writer = writers.getOrDefault(split, writers.get(Split.TRAIN));
                    encoder.encode(
                        dialogue, split == Split.TRAIN ? table::trainingNumber : table::number, writer::write);
                  });
      for (NumberFileWriter writer : writers.values()) {
        writer.finish();
      }
      return result;
    } finally {
      for (NumberFileWriter writer : writers.values()) {
        writer.close();
      }
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

  private void requireWindows(Manifest manifest) {
    List<String> missing = new ArrayList<>();
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
      if (manifest.split(split).targets() == 0) {
        missing.add(split.label());
      }
    }
    if (!missing.isEmpty()) {
      throw problem(
          ("nothing to predict in the %s split: read %d dialogues, %d utterances and %d words (%d malformed lines skipped);"
                  + " it takes an utterance of two words in each split: add dialogues, or change the shares or the seed of"
                  + " data.split")
              .formatted(
                  String.join(" and the ", missing),
                  manifest.dialogues(),
                  manifest.utterances(),
                  manifest.words(),
                  manifest.skippedLines()));
    }
  }

  private InvalidInputException problem(String message) {
    String files = settings.files().stream().map(Path::toString).collect(Collectors.joining(", "));
    return new InvalidInputException(new Problem(files, message));
  }
}
