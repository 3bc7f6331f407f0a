package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.Dialogues;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.Split;
import dev.inputmethod.corpus.SplitShares;
import dev.inputmethod.corpus.Windows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At which targets trials of one sweep are probed. */
class ProbeWindowsTest {
  private static final int COUNT = 10;
  private static final String[] PLACES = {"北京", "学校", "公园", "医院", "饭店", "车站", "图书馆"};
  private static final String[] TIMES = {"今天", "明天", "昨天", "上午", "晚上"};

  /** More than 128 words stand before many of its targets. */
  private static Windows deep;

  /** Fewer than 100 words stand before any of its targets. */
  private static Windows shallow;

  /** The same dialogues as {@link #deep}. */
  private static Windows utterances;

  @BeforeAll
  static void prepare(@TempDir Path directory) throws IOException {
    List<String> longer = dialogues(40, 10);
    List<String> shorter = dialogues(12, 1);
    deep = windows(directory, "deep", longer, ContextScope.DIALOGUE);
    shallow = windows(directory, "shallow", shorter, ContextScope.DIALOGUE);
    utterances = windows(directory, "deep", longer, ContextScope.UTTERANCE);
  }

  /** Each has one utterance more than the one before. */
  private static List<String> dialogues(int count, int shortest) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] spoken = new String[shortest + i];
      for (int turn = 0; turn < spoken.length; turn++) {
        String time = TIMES[(i + turn) % TIMES.length];
        spoken[turn] = time + "我去" + PLACES[(3 * i + turn * turn) % PLACES.length] + "。";
      }
      lines.add(Dialogues.line(spoken));
    }
    return lines;
  }

  private static Windows windows(
      Path directory, String name, List<String> lines, ContextScope scope) throws IOException {
    Path file = Dialogues.write(directory.resolve(name + ".jsonl"), lines);
    EncodedCorpus corpus =
        new CorpusCache(directory.resolve("cache"))
            .prepare(
                new CorpusSettings(
                    List.of(file), scope, 1, 1_000, false, new SplitShares(0.3, 0.4, 0.3, 42)),
                CorpusListener.SILENT);
    return corpus.windows(Split.VALIDATION);
  }

  /** Each example's last words and its target, in the order of the probe. */
  private static List<List<Integer>> probed(Windows windows, int contextLength, int shown) {
    List<List<Integer>> examples = new ArrayList<>();
    for (Batch each : ProbeWindows.full(windows, contextLength, 4, COUNT)) {
      SymbolBatch batch = (SymbolBatch) each;
      assertThat(batch.padding()).containsOnly(0);
      for (int row = 0; row < batch.size(); row++) {
        List<Integer> words = new ArrayList<>();
        for (int back = shown; back >= 1; back--) {
          words.add(batch.contexts()[(row + 1) * contextLength - back]);
        }
        words.add(batch.targets()[row]);
        examples.add(words);
      }
    }
    return examples;
  }

  /** Words before each of the deepest targets, at most 128, the most first. */
  private static List<Integer> deepest(Windows windows) {
    List<Integer> depths = new ArrayList<>();
    for (Batch batch : NextWordTask.inOrder(windows, 128, 64)) {
      Arrays.stream(batch.padding()).forEach(padding -> depths.add(128 - padding));
    }
    depths.sort(Collections.reverseOrder());
    return depths.subList(0, COUNT);
  }

  @Test
  void contexts_of_up_to_128_words_are_probed_at_the_same_targets() {
    assertThat(deepest(deep)).containsOnly(128);
    List<List<Integer>> five = probed(deep, 5, 5);
    assertThat(five).hasSize(COUNT);
    assertThat(probed(deep, 1, 1))
        .isEqualTo(five.stream().map(example -> example.subList(4, 6)).toList());
    for (int contextLength : new int[] {20, 50, 100, 128}) {
      assertThat(probed(deep, contextLength, 5)).isEqualTo(five);
    }
  }

  @Test
  void where_the_corpus_is_too_shallow_longer_contexts_lose_the_shallowest_targets() {
    List<Integer> depths = deepest(shallow);
    assertThat(depths.get(0)).isLessThan(100);
    int shallowest = depths.get(COUNT - 1);
    assertThat(depths.get(0)).isGreaterThan(shallowest);
    List<List<Integer>> five = probed(shallow, 5, 5);
    for (int contextLength = 5; contextLength <= depths.get(0) + 1; contextLength++) {
      int length = contextLength;
      int left = (int) depths.stream().filter(depth -> depth >= length).count();
      assertThat(left == COUNT).isEqualTo(contextLength <= shallowest);
      assertThat(probed(shallow, contextLength, 5)).isEqualTo(five.subList(0, left));
    }
  }

  @Test
  void contexts_of_more_than_128_words_are_probed_at_targets_of_their_own() {
    assertThat(probed(deep, 200, 5)).hasSize(COUNT).isNotEqualTo(probed(deep, 128, 5));
  }

  @Test
  void contexts_within_the_utterance_are_probed_at_other_targets() {
    assertThat(utterances.size()).isEqualTo(deep.size());
    assertThat(probed(utterances, 1, 1)).isNotEqualTo(probed(deep, 1, 1));
  }
}
