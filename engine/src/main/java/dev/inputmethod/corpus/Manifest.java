package dev.inputmethod.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inputmethod.reports.record.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Describes encoded dialogues: the file {@code corpus.json} in their directory.
 *
 * @param format the version of this file and of the files next to it: {@link #FORMAT}
 * @param key the {@link CorpusKey}
 * @param dataHash the hash of the dialogue files
 * @param dialogues the number of well-formed dialogues
 * @param utterances the number of utterances with at least one word
 * @param words the number of words in the utterances
 * @param skippedLines the number of malformed lines
 * @param vocabulary size and checksum of the vocabulary's file
 * @param parts the splits by name, or a single part
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
    Map<String, SplitStatistics> parts) {
  /** Must be raised whenever older encoded corpora can no longer be used. */
  static final int FORMAT = 2;

  static final String FILE = "corpus.json";
  static final String VOCABULARY_FILE = "vocabulary.txt";

  Manifest {
    parts = new TreeMap<>(parts);
  }

  static Manifest of(
      String key,
      DialogueReader.Result read,
      DialogueEncoder encoder,
      FileSum vocabulary,
      Map<String, SplitStatistics> parts) {
    return new Manifest(
        FORMAT,
        key,
        read.dataHash(),
        read.dialogues(),
        encoder.utterances(),
        encoder.words(),
        read.skippedLines(),
        vocabulary,
        parts);
  }

  private static ObjectMapper json() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .build();
  }

  void write(Path directory) throws IOException {
    String text = json().writeValueAsString(this);
    AtomicFile.write(directory.resolve(FILE), out -> out.write(text + "\n"));
  }

  /** Reads the manifest; empty if there is none of this format. */
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

  /**
   * Reads the manifest of a directory that is known to be complete; its content is not checked
   * again.
   */
  static Manifest readComplete(Path directory) throws IOException {
    Optional<Manifest> manifest = read(directory);
    if (manifest.isEmpty() || !manifest.get().hasItsFiles(directory)) {
      throw new IllegalStateException(
          directory + " contains no complete encoded corpus; prepare it again");
    }
    return manifest.get();
  }

  /**
   * Whether a directory contains the dialogues with a key, byte for byte as they were written;
   * reads all files.
   */
  static boolean isWhole(Path directory, String key) throws IOException {
    Optional<Manifest> manifest = read(directory);
    if (manifest.isEmpty()
        || !manifest.get().key().equals(key)
        || !manifest.get().hasItsFiles(directory)) {
      return false;
    }
    for (Map.Entry<String, FileSum> file : manifest.get().files().entrySet()) {
      if (!FileSum.of(directory.resolve(file.getKey())).equals(file.getValue())) {
        return false;
      }
    }
    return true;
  }

  SplitStatistics part(String name) {
    SplitStatistics part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("the encoded dialogues have no part " + name);
    }
    return part;
  }

  private Map<String, FileSum> files() {
    Map<String, FileSum> files = new TreeMap<>();
    files.put(VOCABULARY_FILE, vocabulary);
    parts.values().forEach(part -> files.putAll(part.files()));
    return files;
  }

  private boolean hasItsFiles(Path directory) throws IOException {
    for (Map.Entry<String, FileSum> file : files().entrySet()) {
      if (!file.getValue().fits(directory.resolve(file.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
