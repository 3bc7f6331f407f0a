package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.Dialogues;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.Sequences;
import dev.inputmethod.corpus.Split;
import dev.inputmethod.corpus.SplitShares;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceRowsTest {
  private static EncodedCorpus byDialogue;
  private static EncodedCorpus byUtterance;

  @BeforeAll
  static void prepare(@TempDir Path directory) throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    SplitShares shares = new SplitShares(0.8, 0.1, 0.1, 42);
    CorpusCache cache = new CorpusCache(directory.resolve("cache"));
    byDialogue =
        cache.prepare(
            new CorpusSettings(List.of(file), ContextScope.DIALOGUE, 1, 1_000, false, shares),
            CorpusListener.SILENT);
    byUtterance =
        cache.prepare(
            new CorpusSettings(List.of(file), ContextScope.UTTERANCE, 1, 1_000, false, shares),
            CorpusListener.SILENT);
  }

  private static NextWordTask task(EncodedCorpus corpus, int length, int rows) {
    return new NextWordTask(corpus, length, rows, true);
  }

  private static List<PieceBatch> epoch(NextWordTask task, int epoch) {
    List<PieceBatch> batches = new ArrayList<>();
    task.training(5, epoch).forEach(batch -> batches.add((PieceBatch) batch));
    return batches;
  }

  /** What each row reads from one beginning to the next, in order: whole sequences. */
  private static List<List<Integer>> read(List<PieceBatch> batches) {
    List<List<Integer>> all = new ArrayList<>();
    int rows = batches.get(0).size();
    for (int row = 0; row < rows; row++) {
      List<Integer> sequence = new ArrayList<>();
      for (PieceBatch batch : batches) {
        if (batch.begins()[row] && !sequence.isEmpty()) {
          all.add(withoutEnd(sequence));
          sequence = new ArrayList<>();
        }
        for (int step = 0; step < batch.contextLength(); step++) {
          sequence.add(batch.words()[row * batch.contextLength() + step]);
        }
      }
      all.add(withoutEnd(sequence));
    }
    all.removeIf(List::isEmpty);
    return all;
  }

  /** Nothing in these corpora is outside the vocabulary, so 0 stands behind an end only. */
  private static List<Integer> withoutEnd(List<Integer> sequence) {
    List<Integer> words = new ArrayList<>(sequence);
    while (!words.isEmpty() && words.get(words.size() - 1) == 0) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  private static List<List<Integer>> sequences(EncodedCorpus corpus) {
    Sequences sequences = corpus.windows(Split.TRAIN).sequences();
    List<List<Integer>> all = new ArrayList<>();
    for (int i = 0; i < sequences.count(); i++) {
      List<Integer> words = new ArrayList<>();
      for (int place = 0; place < sequences.length(i) - 1; place++) {
        words.add(sequences.word(i, place));
      }
      if (!words.isEmpty()) {
        all.add(words);
      }
    }
    return all;
  }

  @Test
  void every_row_reads_whole_sequences_piece_by_piece() {
    for (EncodedCorpus corpus : List.of(byDialogue, byUtterance)) {
      for (int length : new int[] {1, 4, 5, 100}) {
        List<List<Integer>> read = read(epoch(task(corpus, length, 7), 1));
        assertThat(read).containsExactlyInAnyOrderElementsOf(sequences(corpus));
      }
    }
  }

  @Test
  void the_targets_are_those_of_the_windows() {
    for (EncodedCorpus corpus : List.of(byDialogue, byUtterance)) {
      List<Integer> windows = new ArrayList<>();
      for (Batch each : NextWordTask.inOrder(corpus.windows(Split.TRAIN), 1, 64)) {
        SymbolBatch batch = (SymbolBatch) each;
        for (int row = 0; row < batch.size(); row++) {
          windows.add(batch.contexts()[row] * 10_000 + batch.targets()[row]);
        }
      }
      List<Integer> pieces = new ArrayList<>();
      long counted = 0;
      for (PieceBatch batch : epoch(task(corpus, 4, 7), 1)) {
        counted += batch.targetCount();
        for (int slot = 0; slot < batch.counted().length; slot++) {
          if (batch.counted()[slot]) {
            pieces.add(batch.words()[slot] * 10_000 + batch.targets()[slot]);
          }
        }
      }
      assertThat(pieces).containsExactlyInAnyOrderElementsOf(windows);
      assertThat(counted).isEqualTo(corpus.windows(Split.TRAIN).size());
    }
  }

  @Test
  void every_epoch_has_as_many_batches_as_said_and_an_order_of_its_own() {
    NextWordTask task = task(byDialogue, 4, 7);
    List<List<Integer>> first = read(epoch(task, 1));
    assertThat(read(epoch(task, 1))).isEqualTo(first);
    assertThat(read(epoch(task, 2))).isNotEqualTo(first);
    for (int epoch = 1; epoch <= 3; epoch++) {
      List<PieceBatch> batches = epoch(task, epoch);
      assertThat((long) batches.size()).isEqualTo(task.trainingBatches());
      assertThat(batches).allMatch(batch -> batch.size() == 7);
    }
  }

  @Test
  void rows_are_nearly_of_one_length() {
    List<PieceBatch> batches = epoch(task(byDialogue, 4, 7), 1);
    long real = 0;
    for (PieceBatch batch : batches) {
      for (int row = 0; row < batch.size(); row++) {
        real += batch.words()[row * 4] != 0 ? 1 : 0;
      }
    }
    assertThat(real).isGreaterThan((long) ((batches.size() - 2) * 7.0));
  }

  @Test
  void there_are_no_more_rows_than_sequences() {
    assertThat(epoch(task(byDialogue, 4, 10_000), 1).get(0).size())
        .isEqualTo(sequences(byDialogue).size());
  }

  @Test
  void validation_and_test_and_probes_are_windows() {
    NextWordTask every = task(byDialogue, 4, 7);
    NextWordTask last = new NextWordTask(byDialogue, 4, 7);
    assertThat(contexts(every.validation())).isEqualTo(contexts(last.validation()));
    assertThat(contexts(every.test())).isEqualTo(contexts(last.test()));
    assertThat(contexts(every.probe(3))).isEqualTo(contexts(last.probe(3)));
  }

  /** Of the first batch. */
  private static int[] contexts(Iterable<Batch> windows) {
    return ((SymbolBatch) windows.iterator().next()).contexts();
  }
}
