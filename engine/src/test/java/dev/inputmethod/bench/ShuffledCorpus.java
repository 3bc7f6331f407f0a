package dev.inputmethod.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inputmethod.corpus.Segmenter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a large corpus of a small one: its words are shuffled over its utterances again and again,
 * so that lengths and words are those of real text. The same in every run.
 *
 * <p>Arguments, {@code key=value}: from and to (files of dialogues), characters (at least; who
 * speaks is not counted). Prints {@code {"characters":…}}.
 */
public final class ShuffledCorpus {
  private final JsonMapper json = new JsonMapper();
  private final Segmenter segmenter = Segmenter.load();
  private final List<String> words = new ArrayList<>();

  /** For each dialogue, for each utterance, how many words it has. */
  private final List<List<Integer>> lengths = new ArrayList<>();

  public static void main(String[] arguments) throws IOException {
    Arguments given = new Arguments(arguments);
    ShuffledCorpus corpus = new ShuffledCorpus();
    for (String line : Files.readAllLines(Path.of(given.text("from")))) {
      corpus.add(corpus.json.readTree(line).get("dialog"));
    }
    long written = corpus.write(Path.of(given.text("to")), given.number("characters"));
    System.out.println("{\"characters\":" + written + "}");
  }

  private void add(JsonNode dialogue) {
    List<Integer> ofUtterances = new ArrayList<>();
    for (JsonNode utterance : dialogue) {
      String text = utterance.asText();
      List<String> found = segmenter.words(text.substring(text.indexOf('：') + 1));
      words.addAll(found);
      ofUtterances.add(found.size());
    }
    lengths.add(ofUtterances);
  }

  private long write(Path file, long characters) throws IOException {
    Random random = new Random(1);
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      while (written < characters) {
        Collections.shuffle(words, random);
        int next = 0;
        for (List<Integer> dialogue : lengths) {
          List<String> utterances = new ArrayList<>();
          for (int length : dialogue) {
            String text = String.join("", words.subList(next, next + length));
            next += length;
            written += text.codePointCount(0, text.length());
            utterances.add((utterances.size() % 2 == 0 ? "user1：" : "user2：") + text);
          }
          out.write(json.writeValueAsString(Map.of("topic", "", "dialog", utterances)));
          out.write('\n');
        }
      }
    }
    return written;
  }
}
