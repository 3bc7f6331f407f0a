package dev.inputmethod.corpus;

/** Observes the preparation of a corpus. */
public interface CorpusListener {
  /** Ignores all calls. */
  CorpusListener SILENT = new CorpusListener() {};

  /**
   * Called about once per megabyte that has been read and segmented, and at the end. Not called if
   * the corpus is in the cache.
   *
   * @param dialogues the number of dialogues read so far
   * @param bytes the number of bytes read so far
   * @param totalBytes the size of all files
   */
  default void read(long dialogues, long bytes, long totalBytes) {}
}
