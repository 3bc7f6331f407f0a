package dev.inputmethod.corpus;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Segments {@code text[start, end)}, which contains no separator. */
public final class Segmenter {
  /**
   * Longer runs without white space are cut, to limit memory and the size of the search lattice.
   */
  private static final int LONGEST_RUN = 1_000;

  /** Longer words are cut, as they are data rather than language. */
  private static final int LONGEST_WORD = 64;

  /** Must be raised whenever this class segments differently than before. */
  private static final int VERSION = 1;

  private final Segment segment;

  private Segmenter(Segment segment) {
    this.segment = segment;
  }

  /** Loads the dictionaries, which takes most of a second once per JVM. */
  public static Segmenter load() {
    Segment segment =
        new ViterbiSegment()
            .enableAllNamedEntityRecognize(false)
            .enablePartOfSpeechTagging(false)
            .enableNumberQuantifierRecognize(false)
            .enableNormalization(false)
            .enableOffset(false);
    Segmenter segmenter = new Segmenter(segment);
    // HanLP initialises tables on first use, and is thread-safe only afterwards.
    synchronized (Segmenter.class) {
      segmenter.words("我今天用iPhone 12拍了3.14张照片，知道尼古拉斯吗？");
    }
    return segmenter;
  }

  /** Identifies the segmentation: equal ids mean equal words. Does not load the dictionaries. */
  public static String id() {
    Properties properties = new Properties();
    try (InputStream in =
        Segment.class.getResourceAsStream("/META-INF/maven/com.hankcs/hanlp/pom.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read HanLP's version", e);
    }
    return String.format(
        Locale.ROOT, "hanlp-%s-viterbi-%d", properties.getProperty("version", "unknown"), VERSION);
  }

  /** Returns the words of a text in order; none if it consists of separators. */
  public List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (Characters.isGap(codePoint)) {
        run(text, start, at, words);
        start = at + Character.charCount(codePoint);
      }
      at += Character.charCount(codePoint);
    }
    run(text, start, at, words);
    return words;
  }

  /** Segments {@code text[start, end)}, which has no gap. */
  private void run(String text, int start, int end, List<String> words) {
    int from = start;
    while (from < end) {
      int to = end - from <= LONGEST_RUN ? end : cut(text, from, from + LONGEST_RUN);
      piece(text.substring(from, to), words);
      from = to;
    }
  }

  /**
   * Returns where to cut before {@code limit}: after the last punctuation mark, or else between any
   * two characters.
   */
  private static int cut(String text, int from, int limit) {
    for (int at = limit; at > from + LONGEST_RUN / 2; at--) {
      char before = text.charAt(at - 1);
      if (!Character.isLetterOrDigit(before) && !Character.isSurrogate(before)) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private void piece(String text, List<String> words) {
    String pending = "";
    for (Term term : segment.seg(text)) {
      if (!pending.isEmpty() && !belongsTogether(pending, term.word)) {
        add(pending, words);
        pending = term.word;
      } else {
        pending = pending.isEmpty() ? term.word : pending + term.word;
      }
    }
    add(pending, words);
  }

  /**
   * Whether two terms are parts of one character: HanLP splits surrogate pairs and combining marks.
   */
  private static boolean belongsTogether(String word, String next) {
    int first = next.codePointAt(0);
    if (first >= 0x3400 && first <= 0x9FFF) {
      return false; // An ideograph, the most frequent case.
    }
    int type = Character.getType(first);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || Character.isLowSurrogate(next.charAt(0))
        || (first >= 0x1F3FB && first <= 0x1F3FF)
        || word.charAt(word.length() - 1) == '\u200D';
  }

  private static void add(String word, List<String> words) {
    if (word.isEmpty()) {
      return;
    }
    if (Vocabulary.isSpecial(word)) {
      // The text "<unk>" must not become the id of unknown words.
      words.add("<");
      words.add(word.substring(1, word.length() - 1));
      words.add(">");
      return;
    }
    int from = 0;
    while (word.length() - from > LONGEST_WORD) {
      int to = from + LONGEST_WORD;
      to -= Character.isLowSurrogate(word.charAt(to)) ? 1 : 0;
      words.add(word.substring(from, to));
      from = to;
    }
    words.add(word.substring(from));
  }
}
