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
 * The words a model knows, and their ids: 0 is {@code <unk>}, which is any other word and also pads
 * short contexts; 1 is the separator word where contexts reach over utterances; then the words of
 * the training split, the commonest first.
 */
public final class Vocabulary {
  /** The id of every word that is not in the vocabulary, and of padding. */
  public static final int UNKNOWN_ID = 0;

  /** The separator's id, in a vocabulary that has one. */
  public static final int SEPARATOR_ID = 1;

  /** How id 0 is written. */
  public static final String UNKNOWN = "<unk>";

  /** How the separator is written. */
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
   * A vocabulary of the given words in order, behind the special ones.
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

  /** Whether a word is one of those that stand for something else. */
  static boolean isSpecial(String word) {
    return word.equals(UNKNOWN) || word.equals(SEPARATOR);
  }

  /** Number of ids, special ones included. */
  public int size() {
    return words.size();
  }

  /** How many ids stand for no word of their own: those below it are never offered. */
  public int specials() {
    return specials;
  }

  /** Whether id 1 separates utterances, that is, contexts reach over them. */
  public boolean hasSeparator() {
    return specials > 1;
  }

  /** Where the context of a target may lie in a corpus of this vocabulary. */
  public ContextScope scope() {
    return hasSeparator() ? ContextScope.DIALOGUE : ContextScope.UTTERANCE;
  }

  /** Whether an id is {@code <unk>} or the separator: not a word to offer. */
  public boolean isSpecial(int id) {
    return id < specials;
  }

  /** The word of an id. */
  public String word(int id) {
    return words.get(id);
  }

  /**
   * The id of a word; 0 when it is not in the vocabulary. A text that spells {@code <unk>} is such
   * a word.
   */
  public int id(String word) {
    return ids.getOrDefault(word, UNKNOWN_ID);
  }

  /**
   * Whether a word is more than punctuation, digits or emoji: it holds a letter or an ideograph.
   */
  public boolean hasLetter(int id) {
    return !isSpecial(id) && words.get(id).codePoints().anyMatch(Character::isLetter);
  }

  /** SHA-256 of what {@link #save} writes, in hexadecimal. */
  public String hash() {
    MessageDigest digest = DataHash.sha256();
    for (String word : words) {
      digest.update(word.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes one word a line, in UTF-8 with {@code \n}, line n holding id n − 1. */
  public void save(Path file) {
    VocabularyFile.write(file, words);
  }

  /**
   * Reads what {@link #save} has written; nothing is stripped from a line.
   *
   * @throws dev.inputmethod.problem.InvalidInputException when the file is no such vocabulary
   */
  public static Vocabulary load(Path file) {
    List<String> words = VocabularyFile.read(file);
    return new Vocabulary(words, specials(words));
  }

  /** How many of the words, which begin with {@link #UNKNOWN}, stand for something else. */
  static int specials(List<String> words) {
    return words.size() > 1 && words.get(1).equals(SEPARATOR) ? 2 : 1;
  }
}
