package dev.inputmethod.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/** Streams the dialogues of files in order, and gathers what is wrong with them. */
final class DialogueReader {
  private static final long BYTES_BETWEEN_REPORTS = 1 << 20;

  /** Takes a dialogue: its utterances in order. */
  interface Sink {
    void dialogue(List<String> utterances) throws IOException;
  }

  /**
   * What was read.
   *
   * @param dialogues well-formed ones
   * @param skippedLines malformed ones
   * @param dataHash of the bytes as they were read: {@link DataHash}
   */
  record Result(long dialogues, long skippedLines, String dataHash) {
    /** So that nothing is filed under the hash of something else. */
    void requireUnchanged(List<Path> files, String expectedHash) {
      if (!dataHash.equals(expectedHash)) {
        throw CorpusBuilder.problem(
            files, "was changed while it was read; run again when nothing writes to it");
      }
    }

    /** For a message: how much there was. */
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
   * Hands every dialogue to {@code sink}. Unless bad lines are skipped, the sink hears nothing
   * after the first of them, the rest is only checked, and all are thrown together.
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
