package dev.inputmethod.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The words that a model knows, and their ids. Id 0 is {@code <unk>}, which represents all other
 * words and pads short contexts; id 1 is the separator word if contexts extend over utterances;
 * then follow the words of the training split, the most frequent first.
 */
public final class Vocabulary {
  /** The id of words that are not in the vocabulary, and of padding. */
  public static final int UNKNOWN_ID = 0;

  /** The id of the separator, if the vocabulary has one. */
  public static final int SEPARATOR_ID = 1;

  /** The text of id 0. */
  public static final String UNKNOWN = "<unk>";

  /** The text of the separator. */
  public static final String SEPARATOR = "<sep>";

  private final List<String> words;
  private final Map<String, Integer> ids;
  private final int specials;

  private Vocabulary(List<String> words, int specials) {
    this.words = Collections.unmodifiableList(words);
    this.specials = specials;
    this.ids = new HashMap<>(words.size() * 2);
    for (int id = specials; id < words.size(); id++) {
      ids.put(words.get(id), id);
    }
  }

  /**
   * Creates a vocabulary of the given words in order, after the special ones.
   *
   * @param separator whether id 1 is the separator
   */
  static Vocabulary of(List<String> words, boolean separator) {
    List<String> all = new ArrayList<>(words.size() + 2);
    all.add(UNKNOWN);
    if (separator) {
      all.add(SEPARATOR);
    }
    int specials = all.size();
    all.addAll(words);
    return new Vocabulary(all, specials);
  }

  /** Whether a word is a special one. */
  static boolean isSpecial(String word) {
    return word.equals(UNKNOWN) || word.equals(SEPARATOR);
  }

  /** The number of ids, including special ones. */
  public int size() {
    return words.size();
  }

  /** The number of special ids; ids below it are never predicted. */
  public int specials() {
    return specials;
  }

  /** Whether id 1 is the separator, that is, contexts extend over utterances. */
  public boolean hasSeparator() {
    return specials > 1;
  }

  /** How far contexts reach in a corpus with this vocabulary. */
  public ContextScope scope() {
    return hasSeparator() ? ContextScope.DIALOGUE : ContextScope.UTTERANCE;
  }

  /** Whether an id is {@code <unk>} or the separator. */
  public boolean isSpecial(int id) {
    return id < specials;
  }

  /** Returns the word with an id. */
  public String word(int id) {
    return words.get(id);
  }

  /** Returns the id of a word; 0 if it is not in the vocabulary, as is the text {@code <unk>}. */
  public int id(String word) {
    return ids.getOrDefault(word, UNKNOWN_ID);
  }

  /**
   * Whether a word contains a letter or an ideograph, and is not just punctuation, digits or emoji.
   */
  public boolean hasLetter(int id) {
    return !isSpecial(id) && words.get(id).codePoints().anyMatch(Character::isLetter);
  }

  /** Returns the SHA-256 of the file that {@link #save} writes, in hexadecimal. */
  public String hash() {
    MessageDigest digest = DataHash.sha256();
    for (String word : words) {
      digest.update(word.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes one word per line, in UTF-8 with {@code \n}; line n is the word with id n − 1. */
  public void save(Path file) {
    VocabularyFile.write(file, words);
  }

  /**
   * Reads a file that {@link #save} has written; lines are not stripped.
   *
   * @throws dev.inputmethod.problem.InvalidInputException if the file is not a vocabulary
   */
  public static Vocabulary load(Path file) {
    List<String> words = VocabularyFile.read(file);
    return new Vocabulary(words, specials(words));
  }

  /** Returns the number of special words at the beginning of a vocabulary's words. */
  static int specials(List<String> words) {
    return words.size() > 1 && words.get(1).equals(SEPARATOR) ? 2 : 1;
  }
}
