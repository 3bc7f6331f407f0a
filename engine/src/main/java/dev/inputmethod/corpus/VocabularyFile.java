package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Invisible;
import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.AtomicFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and writes the words of a {@link Vocabulary}: one per line, in UTF-8 with {@code \n}. */
final class VocabularyFile {
  private static final int MOST_SHOWN = 20;

  private VocabularyFile() {}

  static void write(Path file, List<String> words) {
    AtomicFile.write(
        file,
        out -> {
          for (String word : words) {
            out.write(word);
            out.write('\n');
          }
        });
  }

  /**
   * Reads the words.
   *
   * @throws InvalidInputException with every mistake, if the file is not a vocabulary
   */
  static List<String> read(Path file) {
    List<String> words = lines(file, text(file));
    if (words.isEmpty() || !words.get(0).equals(Vocabulary.UNKNOWN)) {
      throw new InvalidInputException(
          Problem.at(
              file.toString(),
              1,
              "the first line of a vocabulary is "
                  + Vocabulary.UNKNOWN
                  + "; delete the trial's directory and run it again"));
    }
    Mistakes mistakes = new Mistakes();
    problems(file, words).stream().limit(MOST_SHOWN).forEach(mistakes::add);
    mistakes.throwIfAny();
    return words;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          new Problem(
              file.toString(), "is not UTF-8; delete the trial's directory and run it again"));
    } catch (IOException e) {
      throw new InvalidInputException(
          new Problem(file.toString(), "cannot be read as a vocabulary: " + e));
    }
  }

  private static List<String> lines(Path file, String text) {
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
              "the last line is not terminated: the file is truncated"));
    }
    return words;
  }

  private static List<Problem> problems(Path file, List<String> words) {
    Map<String, Integer> last = new HashMap<>();
    for (int id = 0; id < words.size(); id++) {
      last.put(words.get(id), id);
    }
    List<Problem> problems = new ArrayList<>();
    for (int id = Vocabulary.specials(words); id < words.size(); id++) {
      String word = words.get(id);
      if (!isWord(word)) {
        problems.add(
            Problem.at(
                file.toString(),
                id + 1L,
                String.format(
                    Locale.ROOT,
                    "'%s' is not a word; delete the trial's directory and run it again",
                    Invisible.shown(word))));
      } else if (last.getOrDefault(word, id) != id) {
        problems.add(
            Problem.at(
                file.toString(),
                id + 1L,
                String.format(
                    Locale.ROOT,
                    "'%s' appears twice; delete the trial's directory and run it again",
                    word)));
      }
    }
    return problems;
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && !Vocabulary.isSpecial(text)
        && text.codePoints().noneMatch(Characters::isGap);
  }
}
