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

/**
 * Turns a text into words with HanLP: the most probable path through its dictionaries. Punctuation
 * is a word of its own; white space and control characters only end words. Safe for many threads.
 *
 * <p>Neither names nor parts of speech are looked for: nothing here uses the latter, finding names
 * nearly doubles the time, and what is found depends on the whole sentence, so that a word would
 * come and go while its sentence is typed.
 */
public final class Segmenter {
  /**
   * Longer runs without white space are cut, so that memory and the search's lattice stay small.
   */
  private static final int LONGEST_RUN = 1_000;

  /** Longer words, which are data rather than language, are cut. */
  private static final int LONGEST_WORD = 64;

  /** Raised whenever this class segments otherwise than before. */
  private static final int VERSION = 1;

  private final Segment segment;

  private Segmenter(Segment segment) {
    this.segment = segment;
  }

  /** Reads the dictionaries (most of a second, once a JVM). */
  public static Segmenter load() {
    Segment segment =
        new ViterbiSegment()
            .enableAllNamedEntityRecognize(false)
            .enablePartOfSpeechTagging(false)
            .enableNumberQuantifierRecognize(false)
            .enableNormalization(false)
            .enableOffset(false);
    Segmenter segmenter = new Segmenter(segment);
    // HanLP fills tables on first use, and may be called from many threads only afterwards.
    synchronized (Segmenter.class) {
      segmenter.words("我今天用iPhone 12拍了3.14张照片，知道尼古拉斯吗？");
    }
    return segmenter;
  }

  /** Tells how texts are segmented: two equal ids, equal words. Reads no dictionary. */
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

  /** The words of a text in order; none when there is nothing but gaps. */
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
   * Where to cut before {@code limit}: after the last punctuation mark, else between any two
   * characters.
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

  /** HanLP sees chars: a character of two of them, or with marks upon it, is put together again. */
  private static boolean belongsTogether(String word, String next) {
    int first = next.codePointAt(0);
    if (first >= 0x3400 && first <= 0x9FFF) {
      return false; // An ideograph, as most words begin with one.
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
      // A text that spells <unk> talks about it; it must not become the id.
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
