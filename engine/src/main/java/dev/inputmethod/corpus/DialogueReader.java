package dev.inputmethod.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/** Reads the dialogues of files in order, and collects malformed lines. */
final class DialogueReader {
  private static final long BYTES_BETWEEN_REPORTS = 1 << 20;

  /** Receives the utterances of a dialogue in order. */
  interface Sink {
    void dialogue(List<String> utterances) throws IOException;
  }

  /**
   * What was read.
   *
   * @param dialogues the number of well-formed dialogues
   * @param skippedLines the number of malformed lines
   * @param dataHash the {@link DataHash} of the bytes that were read
   */
  record Result(long dialogues, long skippedLines, String dataHash) {
    /** Ensures that nothing is stored under the hash of other content. */
    void requireUnchanged(List<Path> files, String expectedHash) {
      if (!dataHash.equals(expectedHash)) {
        throw CorpusBuilder.problem(
            files, "was changed while it was read; run again when nothing writes to it");
      }
    }

    /** Describes for a message how much was read. */
    String counts(DialogueEncoder encoder) {
      return String.format(
          Locale.ROOT,
          "read %d dialogues, %d utterances and %d words (%d malformed lines skipped)",
          dialogues,
          encoder.utterances(),
          encoder.words(),
          skippedLines);
    }
  }

  private final List<Path> files;
  private final boolean skipBadLines;
  private final CorpusListener listener;
  private final DialogueParser parser = new DialogueParser();
  private final BadLines badLines;
  private final DataHash hash = new DataHash();
  private long dialogues;
  private long bytesBefore;
  private long totalBytes;
  private long reported;

  DialogueReader(
      List<Path> files, boolean skipBadLines, BadLineRemedy remedy, CorpusListener listener) {
    this.files = List.copyOf(files);
    this.skipBadLines = skipBadLines;
    this.badLines = new BadLines(remedy);
    this.listener = listener;
  }

  /**
   * Passes every dialogue to {@code sink}. Unless malformed lines are skipped, the dialogues after
   * the first of them are only checked, and all malformed lines are reported at the end.
   */
  Result read(Sink sink) throws IOException {
    DataHash.requireReadable(files);
    for (Path file : files) {
      totalBytes += Files.size(file);
    }
    for (Path file : files) {
      MessageDigest digest = DataHash.sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        LineReader lines = new LineReader(in);
        while (lines.next()) {
          line(file, lines, sink);
        }
        bytesBefore += lines.bytesRead();
      }
      hash.add(digest);
    }
    if (badLines.count() > 0 && !skipBadLines) {
      throw badLines.exception();
    }
    listener.read(dialogues, bytesBefore, totalBytes);
    return new Result(dialogues, badLines.count(), hash.value());
  }

  private void line(Path file, LineReader lines, Sink sink) throws IOException {
    if (isBlank(lines)) {
      return;
    }
    try {
      if (lines.tooLong()) {
        throw new BadLineException(
            String.format(Locale.ROOT, "the line is longer than %d bytes", LineReader.LIMIT));
      }
      List<String> utterances = parser.parse(lines.bytes(), lines.length());
      dialogues++;
      if (skipBadLines || badLines.count() == 0) {
        sink.dialogue(utterances);
      }
    } catch (BadLineException e) {
      badLines.add(file.toString(), lines.number(), lines.bytes(), lines.length(), e);
    }
    long bytes = bytesBefore + lines.bytesRead();
    if (bytes - reported >= BYTES_BETWEEN_REPORTS) {
      reported = bytes;
      listener.read(dialogues, bytes, totalBytes);
    }
  }

  private static boolean isBlank(LineReader lines) {
    byte[] bytes = lines.bytes();
    for (int i = 0; i < lines.length(); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
