package dev.inputmethod.corpus;

/** Hears how preparing a corpus goes on. */
public interface CorpusListener {
  /** Hears nothing. */
  CorpusListener SILENT = new CorpusListener() {};

  /**
   * Part of the dialogues has been read and segmented; told about once a megabyte, and at the end.
   *
   * @param dialogues read so far
   * @param bytes read so far
   * @param totalBytes of all files
   */
  default void read(long dialogues, long bytes, long totalBytes) {}

  /** Nothing is read: the corpus was there already, whole and as wanted. */
  default void reused() {}
}
