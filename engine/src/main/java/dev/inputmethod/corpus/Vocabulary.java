package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
  String hash() {
    MessageDigest digest = DataHash.sha256();
    for (String word : words) {
      digest.update(word.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes one word a line, in UTF-8 with {@code \n}, line n holding id n − 1. */
  public void save(Path file) {
    try {
      AtomicFiles.write(
          file,
          out -> {
            for (String word : words) {
              out.write(word);
              out.write('\n');
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * Reads what {@link #save} has written; nothing is stripped from a line.
   *
   * @throws InvalidInputException when the file is no such vocabulary
   */
  public static Vocabulary load(Path file) {
    List<String> words = lines(file);
    if (words.isEmpty() || !words.get(0).equals(UNKNOWN)) {
      throw new InvalidInputException(
          Problem.at(
              file.toString(),
              1,
              "the first line of a vocabulary is " + UNKNOWN + "; write the trial again"));
    }
    int specials = words.size() > 1 && words.get(1).equals(SEPARATOR) ? 2 : 1;
    Vocabulary vocabulary = new Vocabulary(words, specials);
    vocabulary.check(file);
    return vocabulary;
  }

  private static List<String> lines(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          new Problem(file.toString(), "is not UTF-8; write the trial again"));
    } catch (IOException e) {
      throw new InvalidInputException(
          new Problem(file.toString(), "cannot be read as a vocabulary: " + e));
    }
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      words.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      throw new InvalidInputException(
          Problem.at(
              file.toString(),
              words.size() + 1L,
              "the last line has no end: the file was cut off"));
    }
    return words;
  }

  private void check(Path file) {
    List<Problem> problems = new ArrayList<>();
    for (int id = specials; id < words.size(); id++) {
      String word = words.get(id);
      if (word.isEmpty() || isSpecial(word) || word.codePoints().anyMatch(Characters::isGap)) {
        problems.add(
            Problem.at(
                file.toString(),
                id + 1L,
                "'%s' is no word; write the trial again".formatted(BadLines.escape(word))));
      } else if (id(word) != id) {
        problems.add(
            Problem.at(
                file.toString(),
                id + 1L,
                "'%s' is there twice; write the trial again".formatted(word)));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.subList(0, Math.min(20, problems.size())));
    }
  }
}
