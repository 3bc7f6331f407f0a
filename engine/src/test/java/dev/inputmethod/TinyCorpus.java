package dev.inputmethod;

import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.SplitShares;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Dialogues of a dozen words, made so that some words follow others more often than not. */
public final class TinyCorpus {
  private static final List<String> PEOPLE = List.of("我", "你", "他", "她");
  private static final List<String> VERBS = List.of("喜欢", "看见", "想念");
  private static final List<String> THINGS = List.of("苹果", "电影", "月亮", "老师", "朋友");

  private TinyCorpus() {}

  /** Writes so many dialogues of four utterances, all different. */
  public static Path write(Path directory, int dialogues) {
    StringBuilder text = new StringBuilder();
    for (int dialogue = 0; dialogue < dialogues; dialogue++) {
      text.append("{\"topic\":\"日常\",\"user1\":\"甲\",\"user2\":\"乙\",\"dialog\":[");
      for (int turn = 0; turn < 4; turn++) {
        int number = dialogue * 4 + turn;
        text.append(turn == 0 ? "" : ",")
            .append("\"user")
            .append(turn % 2 + 1)
            .append("：")
            .append(PEOPLE.get(number % 4))
            .append(VERBS.get(number / 4 % 3))
            .append(THINGS.get((number + number / 12) % 5))
            .append("和")
            .append(THINGS.get((number * 3 + number / 7) % 5))
            .append("。\"");
      }
      text.append("]}\n");
    }
    try {
      return Files.writeString(directory.resolve("dialogues.jsonl"), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes and encodes so many dialogues, contexts within the utterance. */
  public static EncodedCorpus encoded(Path directory, int dialogues) {
    return new CorpusCache(directory.resolve("cache"))
        .prepare(
            new CorpusSettings(
                List.of(write(directory, dialogues)),
                ContextScope.UTTERANCE,
                1,
                100,
                false,
                new SplitShares(0.6, 0.2, 0.2, 42)),
            CorpusListener.SILENT);
  }
}
