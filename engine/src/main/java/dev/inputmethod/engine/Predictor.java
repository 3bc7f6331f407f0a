package dev.inputmethod.engine;

import java.util.List;

/** A trained trial, ready for words: offers candidates for what comes next. */
public interface Predictor extends AutoCloseable {
  /** The trial that predicts. */
  String trial();

  /**
   * Gets used to being asked, for some two seconds: for callers that wait for each of many answers.
   */
  void warmUp();

  /**
   * The most probable next words.
   *
   * @param prefix text typed so far; may be empty
   * @param count how many at the most
   */
  List<Candidate> candidates(String prefix, int count);

  /**
   * The most probable continuations of several words.
   *
   * @param words how many words to add
   * @param beam hypotheses kept at each word; 1 is greedy
   * @return at most {@code beam} continuations, the most probable first
   */
  List<Candidate> continuations(String prefix, int words, int beam);

  @Override
  void close();

  /**
   * Words that are offered.
   *
   * @param text the word, or the words of a continuation, written together
   * @param probability 0 to 1; of a continuation, the product of its words'
   */
  record Candidate(String text, double probability) {}
}
