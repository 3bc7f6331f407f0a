package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.Dialogues;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.Segmenter;
import dev.inputmethod.corpus.Split;
import dev.inputmethod.corpus.SplitShares;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextWordTaskTest {
  private static EncodedCorpus corpus;
  private static EncodedCorpus overUtterances;

  @BeforeAll
  static void prepare(@TempDir Path directory) throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(100));
    SplitShares shares = new SplitShares(0.8, 0.1, 0.1, 42);
    CorpusCache cache = new CorpusCache(directory.resolve("cache"));
    corpus =
        cache.prepare(
            new CorpusSettings(List.of(file), ContextScope.UTTERANCE, 1, 1_000, false, shares),
            CorpusListener.SILENT);
    overUtterances =
        cache.prepare(
            new CorpusSettings(List.of(file), ContextScope.DIALOGUE, 1, 1_000, false, shares),
            CorpusListener.SILENT);
  }

  /** Each example as text, in order. */
  private static List<String> examples(Iterable<Batch> batches) {
    List<String> examples = new ArrayList<>();
    for (SymbolBatch batch : windows(batches)) {
      for (int row = 0; row < batch.size(); row++) {
        int from = row * batch.contextLength();
        int[] context = Arrays.copyOfRange(batch.contexts(), from, from + batch.contextLength());
        examples.add(Arrays.toString(context) + batch.targets()[row] + "/" + batch.padding()[row]);
      }
    }
    return examples;
  }

  private static List<SymbolBatch> windows(Iterable<Batch> batches) {
    List<SymbolBatch> windows = new ArrayList<>();
    batches.forEach(batch -> windows.add((SymbolBatch) batch));
    return windows;
  }

  private static List<Integer> sizes(Iterable<Batch> batches) {
    List<Integer> sizes = new ArrayList<>();
    batches.forEach(batch -> sizes.add(batch.size()));
    return sizes;
  }

  @Test
  void an_epoch_is_every_training_window_once() {
    NextWordTask task = new NextWordTask(corpus, 4, 64);
    List<String> inOrder = examples(NextWordTask.inOrder(corpus.windows(Split.TRAIN), 4, 64));
    assertThat(examples(task.training(1, 1)))
        .containsExactlyInAnyOrderElementsOf(inOrder)
        .isNotEqualTo(inOrder);
    assertThat((long) inOrder.size()).isEqualTo(corpus.windows(Split.TRAIN).size());
  }

  @Test
  void only_the_last_batch_is_smaller() {
    NextWordTask task = new NextWordTask(corpus, 4, 64);
    List<Integer> sizes = sizes(task.training(1, 1));
    assertThat(sizes.subList(0, sizes.size() - 1)).containsOnly(64);
    assertThat(sizes.get(sizes.size() - 1))
        .isEqualTo((int) (corpus.windows(Split.TRAIN).size() % 64));
    assertThat(task.trainingBatches()).isEqualTo(sizes.size());
  }

  @Test
  void the_order_is_the_seeds_and_the_epochs_and_can_be_repeated() {
    NextWordTask task = new NextWordTask(corpus, 4, 64);
    Iterable<Batch> epoch = task.training(1, 1);
    List<String> order = examples(epoch);
    assertThat(examples(epoch)).isEqualTo(order);
    assertThat(examples(task.training(1, 1))).isEqualTo(order);
    assertThat(examples(task.training(1, 2))).isNotEqualTo(order);
    assertThat(examples(task.training(2, 1))).isNotEqualTo(order);
  }

  @Test
  void the_order_of_targets_is_the_same_for_every_context_and_batch_size() {
    List<String> targets = new ArrayList<>();
    for (NextWordTask task :
        List.of(
            new NextWordTask(corpus, 1, 64),
            new NextWordTask(corpus, 9, 7),
            new NextWordTask(overUtterances, 30, 10))) {
      StringBuilder words = new StringBuilder();
      for (SymbolBatch batch : windows(task.training(5, 3))) {
        for (int target : batch.targets()) {
          words.append(task.vocabulary().word(target)).append(' ');
        }
      }
      targets.add(words.toString());
    }
    assertThat(targets).containsOnly(targets.get(0));
  }

  @Test
  void validation_and_test_are_in_the_order_of_the_corpus() {
    NextWordTask task = new NextWordTask(corpus, 4, 16);
    assertThat(examples(task.validation()))
        .isEqualTo(examples(NextWordTask.inOrder(corpus.windows(Split.VALIDATION), 4, 1_000)))
        .isNotEmpty();
    assertThat(examples(task.test()))
        .isEqualTo(examples(NextWordTask.inOrder(corpus.windows(Split.TEST), 4, 1_000)))
        .isNotEmpty();
  }

  @Test
  void a_typed_prefix_gives_the_context_it_would_have_in_training() {
    // The first utterance of the first training dialogue, typed word by word.
    Segmenter segmenter = Segmenter.load();
    for (EncodedCorpus each : List.of(corpus, overUtterances)) {
      for (int contextLength : new int[] {1, 3, 12}) {
        Prefix prefix = new Prefix(segmenter, each.vocabulary(), contextLength);
        SymbolBatch windows =
            windows(NextWordTask.inOrder(each.windows(Split.TRAIN), contextLength, 5)).get(0);
        List<Integer> typed = new ArrayList<>(List.of(each.vocabulary().id(firstWord())));
        for (int row = 0; row < 5; row++) {
          SymbolBatch asked = prefix.batchOf(List.of(typed));
          int from = row * contextLength;
          assertThat(asked.contexts())
              .isEqualTo(Arrays.copyOfRange(windows.contexts(), from, from + contextLength));
          assertThat(asked.padding()[0]).isEqualTo(windows.padding()[row]);
          typed.add(windows.targets()[row]);
        }
      }
    }
  }

  /** All made-up dialogues begin with a time and 我. */
  private static String firstWord() {
    SymbolBatch first = windows(NextWordTask.inOrder(corpus.windows(Split.TRAIN), 1, 1)).get(0);
    return corpus.vocabulary().word(first.contexts()[0]);
  }

  @Test
  void a_typed_text_is_segmented_and_unknown_words_are_unk() {
    Prefix prefix = new Prefix(Segmenter.load(), corpus.vocabulary(), 3);
    assertThat(prefix.ids("今天 我龘龘"))
        .hasSizeGreaterThan(2)
        .startsWith(corpus.vocabulary().id("今天"))
        .endsWith(0);
    assertThat(prefix.batchOf(List.of(prefix.ids(""))).padding()).containsExactly(3);
    SymbolBatch two = prefix.batchOf(List.of(List.of(5), List.of(1, 2, 3, 4)));
    assertThat(two.contexts()).containsExactly(0, 0, 5, 2, 3, 4);
    assertThat(two.padding()).containsExactly(2, 0);
  }

  /** Whatever their length, contexts are full and stand before the same words. */
  @Test
  void probes_have_full_contexts_before_the_same_targets_at_every_length() {
    List<Integer> targets = new ArrayList<>();
    for (int length : new int[] {1, 3, 8}) {
      List<Batch> probe = new NextWordTask(overUtterances, length, 4).probe(10);
      assertThat(sizes(probe)).containsExactly(4, 4, 2);
      List<Integer> found = new ArrayList<>();
      for (SymbolBatch batch : windows(probe)) {
        assertThat(batch.padding()).containsOnly(0);
        Arrays.stream(batch.targets()).forEach(found::add);
      }
      if (targets.isEmpty()) {
        targets.addAll(found);
      }
      assertThat(found).isEqualTo(targets);
    }
  }

  @Test
  void where_no_context_is_full_nothing_is_probed() {
    assertThat(new NextWordTask(corpus, 200, 4).probe(10)).isEmpty();
  }
}
