package dev.inputmethod.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an encoded corpus is, {@code corpus.json} in its directory.
 *
 * @param format version of this form and of the files beside it; {@link #FORMAT}
 * @param key of everything that decides the content: {@link CorpusKey}
 * @param dataHash of the dialogue files
 * @param dialogues well-formed ones
 * @param utterances with at least one word
 * @param words of the utterances
 * @param skippedLines malformed ones
 * @param vocabulary how its file is recognised
 * @param splits by label
 */
record Manifest(
    int format,
    String key,
    String dataHash,
    long dialogues,
    long utterances,
    long words,
    long skippedLines,
    FileSum vocabulary,
    Map<String, SplitStatistics> splits) {
  /** Raised whenever an older encoded corpus can no longer be used. */
  static final int FORMAT = 1;

  static final String FILE = "corpus.json";
  static final String VOCABULARY_FILE = "vocabulary.txt";

  Manifest {
    splits = new TreeMap<>(splits);
  }

  private static ObjectMapper json() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .build();
  }

  void write(Path directory) throws IOException {
    String text = json().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    AtomicFiles.write(directory.resolve(FILE), out -> out.write(text.replace("\r\n", "\n") + "\n"));
  }

  /** Empty when there is none, or none of this format. */
  static Optional<Manifest> read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Manifest manifest = json().readValue(Files.readAllBytes(file), Manifest.class);
      return manifest.format == FORMAT ? Optional.of(manifest) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  SplitStatistics split(Split split) {
    SplitStatistics statistics = splits.get(split.label());
    if (statistics == null) {
      throw new IllegalStateException("the encoded corpus has no split " + split.label());
    }
    return statistics;
  }

  /** Every file that belongs to the corpus, by name. */
  Map<String, FileSum> files() {
    Map<String, FileSum> files = new TreeMap<>();
    files.put(VOCABULARY_FILE, vocabulary);
    splits.values().forEach(split -> files.putAll(split.files()));
    return files;
  }

  /** Whether every file is there in its length. */
  boolean hasItsFiles(Path directory) throws IOException {
    for (Map.Entry<String, FileSum> file : files().entrySet()) {
      if (!file.getValue().fits(directory.resolve(file.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether every file is there, byte for byte. */
  boolean isWhole(Path directory) throws IOException {
    if (!hasItsFiles(directory)) {
      return false;
    }
    for (Map.Entry<String, FileSum> file : files().entrySet()) {
      if (!FileSum.of(directory.resolve(file.getKey())).equals(file.getValue())) {
        return false;
      }
    }
    return true;
  }
}
