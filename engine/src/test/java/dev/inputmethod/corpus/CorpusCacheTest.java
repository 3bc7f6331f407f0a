package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.record.DataSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCacheTest {
  private static final SplitShares SHARES = new SplitShares(0.8, 0.1, 0.1, 42);

  private final Path directory;

  CorpusCacheTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /** Counts calls. */
  private static final class Heard implements CorpusListener {
    private long dialogues;
    private int calls;

    @Override
    public void read(long dialogues, long bytes, long totalBytes) {
      this.dialogues = dialogues;
      calls++;
      assertThat(bytes).isLessThanOrEqualTo(totalBytes);
    }
  }

  private static CorpusSettings settings(ContextScope scope, Path... files) {
    return new CorpusSettings(List.of(files), scope, 1, 1_000, false, SHARES);
  }

  private EncodedCorpus prepare(CorpusSettings settings) {
    return new CorpusCache(directory.resolve("cache")).prepare(settings, CorpusListener.SILENT);
  }

  /** Every window of a split as text: {@code context|target}, padding as {@code _}. */
  static List<String> windows(EncodedCorpus corpus, Split split, int contextLength) {
    Windows windows = corpus.windows(split);
    List<String> texts = new ArrayList<>();
    for (long i = 0; i < windows.size(); i++) {
      int[] context = new int[contextLength];
      int[] target = new int[1];
      int[] padding = new int[1];
      windows.read(new long[] {i}, contextLength, context, target, padding);
      StringBuilder text = new StringBuilder();
      for (int slot = 0; slot < contextLength; slot++) {
        text.append(slot < padding[0] ? "_" : corpus.vocabulary().word(context[slot])).append(' ');
      }
      texts.add(text + "| " + corpus.vocabulary().word(target[0]));
    }
    return texts;
  }

  private static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), DataHash.of(List.of(file)));
      }
    }
    return contents;
  }

  /**
   * Puts the same dialogue into training and, by trying seeds, makes the split known: all dialogues
   * are alike but one.
   */
  private static Split splitOf(String... utterances) {
    return new Splitter(SHARES).split(List.of(utterances));
  }

  @Test
  void every_word_of_an_utterance_but_its_first_is_a_target_and_short_contexts_are_padded()
      throws IOException {
    assertThat(splitOf("我今天去北京。", "好")).isEqualTo(Split.TRAIN);
    List<String> lines = new ArrayList<>(Dialogues.lines(60));
    lines.add(0, Dialogues.line("我今天去北京。", "好"));
    Path file = Dialogues.write(directory.resolve("a.jsonl"), lines);

    EncodedCorpus corpus = prepare(settings(ContextScope.UTTERANCE, file));

    assertThat(windows(corpus, Split.TRAIN, 3))
        .startsWith("_ _ 我 | 今天", "_ 我 今天 | 去", "我 今天 去 | 北京", "今天 去 北京 | 。");
    assertThat(corpus.vocabulary().hasSeparator()).isFalse();
  }

  @Test
  void contexts_within_a_dialogue_reach_over_earlier_utterances_and_never_beyond()
      throws IOException {
    assertThat(splitOf("去学校", " ", "好。", "再见！")).isEqualTo(Split.TRAIN);
    List<String> lines = new ArrayList<>(Dialogues.lines(60));
    lines.add(0, Dialogues.line("去学校", " ", "好。", "再见！"));
    lines.add(0, Dialogues.line("去学校", " ", "好。", "再见！"));
    Path file = Dialogues.write(directory.resolve("a.jsonl"), lines);

    EncodedCorpus corpus = prepare(settings(ContextScope.DIALOGUE, file));

    String[] expected = {"_ _ _ _ 去 | 学校", "_ 去 学校 <sep> 好 | 。", "<sep> 好 。 <sep> 再见 | ！"};
    assertThat(windows(corpus, Split.TRAIN, 5).subList(0, 3)).containsExactly(expected);
    assertThat(windows(corpus, Split.TRAIN, 5).subList(3, 6)).containsExactly(expected);
    assertThat(corpus.vocabulary().word(Vocabulary.SEPARATOR_ID)).isEqualTo("<sep>");
  }

  @Test
  void the_targets_are_the_same_whatever_the_context_is() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(80));
    EncodedCorpus within = prepare(settings(ContextScope.UTTERANCE, file));
    EncodedCorpus over = prepare(settings(ContextScope.DIALOGUE, file));
    List<String> targets =
        windows(within, Split.TRAIN, 1).stream().map(w -> w.replaceFirst(".*\\| ", "")).toList();
    for (EncodedCorpus corpus : List.of(within, over)) {
      for (int contextLength : new int[] {1, 5, 300}) {
        assertThat(
                windows(corpus, Split.TRAIN, contextLength).stream()
                    .map(w -> w.replaceFirst(".*\\| ", "")))
            .containsExactlyElementsOf(targets);
      }
    }
  }

  @Test
  void dialogues_are_split_whole_in_about_the_shares_and_equal_ones_alike() throws IOException {
    List<String> lines = new ArrayList<>(Dialogues.lines(300));
    lines.addAll(Dialogues.lines(300));
    Splitter splitter = new Splitter(SHARES);
    DialogueParser parser = new DialogueParser();
    Map<Split, Integer> counts = new TreeMap<>();
    List<Split> splits = new ArrayList<>();
    for (String line : lines) {
      byte[] bytes = line.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      try {
        splits.add(splitter.split(parser.parse(bytes, bytes.length)));
      } catch (BadLineException e) {
        throw new AssertionError(e);
      }
      counts.merge(splits.get(splits.size() - 1), 1, Integer::sum);
    }
    assertThat(splits.subList(0, 300)).isEqualTo(splits.subList(300, 600));
    assertThat(counts.get(Split.TRAIN)).isBetween(440, 520);
    assertThat(counts.get(Split.VALIDATION)).isBetween(30, 95);
    assertThat(counts.get(Split.TEST)).isBetween(30, 95);
  }

  @Test
  void the_splits_seed_moves_dialogues_and_nothing_else_does() {
    int moved = 0;
    Splitter other = new Splitter(new SplitShares(0.8, 0.1, 0.1, 43));
    for (int i = 0; i < 100; i++) {
      List<String> dialogue = List.of("对话" + i);
      assertThat(new Splitter(SHARES).split(dialogue))
          .isEqualTo(new Splitter(SHARES).split(dialogue));
      moved += new Splitter(SHARES).split(dialogue) == other.split(dialogue) ? 0 : 1;
    }
    assertThat(moved).isGreaterThan(10);
  }

  @Test
  void no_test_share_means_no_test_dialogue() {
    Splitter splitter = new Splitter(new SplitShares(0.7, 0.3, 0, 1));
    for (int i = 0; i < 200; i++) {
      assertThat(splitter.split(List.of("对话" + i))).isNotEqualTo(Split.TEST);
    }
  }

  @Test
  void changing_a_dialogue_of_another_split_leaves_training_as_it_is() throws IOException {
    List<String> lines = Dialogues.lines(100);
    EncodedCorpus before =
        prepare(
            settings(ContextScope.UTTERANCE, Dialogues.write(directory.resolve("a.jsonl"), lines)));
    List<String> changed = new ArrayList<>(lines);
    int others = 0;
    for (int i = 0; i < 200; i++) {
      String text = "非常特别的句子" + i;
      if (splitOf(text) != Split.TRAIN) {
        changed.add(i % 100, Dialogues.line(text));
        others++;
      }
    }
    EncodedCorpus after =
        prepare(
            settings(
                ContextScope.UTTERANCE, Dialogues.write(directory.resolve("b.jsonl"), changed)));

    assertThat(others).isPositive();
    assertThat(after.directory()).isNotEqualTo(before.directory());
    assertThat(windows(after, Split.VALIDATION, 5))
        .isNotEqualTo(windows(before, Split.VALIDATION, 5));
    assertThat(after.directory().resolve("vocabulary.txt"))
        .hasSameBinaryContentAs(before.directory().resolve("vocabulary.txt"));
    assertThat(after.directory().resolve("train.words"))
        .hasSameBinaryContentAs(before.directory().resolve("train.words"));
  }

  @Test
  void what_comes_after_a_target_and_the_target_itself_are_not_in_its_context() throws IOException {
    List<String> lines = new ArrayList<>(Dialogues.lines(60));
    lines.add(0, Dialogues.line("他们去北京。"));
    assertThat(splitOf("他们去北京。")).isEqualTo(Split.TRAIN);
    EncodedCorpus one =
        prepare(
            settings(ContextScope.DIALOGUE, Dialogues.write(directory.resolve("a.jsonl"), lines)));
    String other =
        java.util.stream.Stream.of("学校", "公园", "饭店", "医院", "车站")
            .filter(place -> splitOf("他们去" + place + "！") == Split.TRAIN)
            .findFirst()
            .orElseThrow();
    lines.set(0, Dialogues.line("他们去" + other + "！"));
    EncodedCorpus two =
        prepare(
            settings(ContextScope.DIALOGUE, Dialogues.write(directory.resolve("b.jsonl"), lines)));

    assertThat(windows(one, Split.TRAIN, 3).get(1)).isEqualTo("_ 他们 去 | 北京");
    assertThat(windows(two, Split.TRAIN, 3).get(1)).isEqualTo("_ 他们 去 | " + other);
  }

  @Test
  void a_second_time_nothing_is_read_or_segmented_again() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    CorpusCache cache = new CorpusCache(directory.resolve("cache"));
    Heard first = new Heard();
    Heard second = new Heard();
    EncodedCorpus built = cache.prepare(settings(ContextScope.UTTERANCE, file), first);
    EncodedCorpus reused = cache.prepare(settings(ContextScope.UTTERANCE, file), second);

    assertThat(first.dialogues).isEqualTo(60);
    assertThat(second.calls).isZero();
    assertThat(reused.directory()).isEqualTo(built.directory());
    assertThat(windows(reused, Split.TRAIN, 4)).isEqualTo(windows(built, Split.TRAIN, 4));
    assertThat(windows(EncodedCorpus.open(built.directory()), Split.TEST, 4))
        .isEqualTo(windows(built, Split.TEST, 4));
    assertThat(reused.summary(4)).isEqualTo(built.summary(4));
  }

  @Test
  void whatever_decides_the_content_is_in_the_key() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    List<CorpusSettings> all =
        List.of(
            settings(ContextScope.UTTERANCE, file),
            settings(ContextScope.DIALOGUE, file),
            new CorpusSettings(List.of(file), ContextScope.UTTERANCE, 2, 1_000, false, SHARES),
            new CorpusSettings(List.of(file), ContextScope.UTTERANCE, 1, 999, false, SHARES),
            new CorpusSettings(List.of(file), ContextScope.UTTERANCE, 1, 1_000, true, SHARES),
            new CorpusSettings(
                List.of(file),
                ContextScope.UTTERANCE,
                1,
                1_000,
                false,
                new SplitShares(0.7, 0.2, 0.1, 42)),
            new CorpusSettings(
                List.of(file),
                ContextScope.UTTERANCE,
                1,
                1_000,
                false,
                new SplitShares(0.8, 0.1, 0.1, 43)));
    assertThat(all.stream().map(s -> CorpusKey.of(s.encoding(), "hash"))).doesNotHaveDuplicates();
    assertThat(CorpusKey.of(all.get(0).encoding(), "other"))
        .isNotEqualTo(CorpusKey.of(all.get(0).encoding(), "hash"));
  }

  @Test
  void the_same_settings_give_the_same_bytes_wherever_the_file_lies() throws IOException {
    Path one = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    Path two = Dialogues.write(directory.resolve("b.jsonl"), Dialogues.lines(60));
    EncodedCorpus a =
        new CorpusCache(directory.resolve("x"))
            .prepare(settings(ContextScope.DIALOGUE, one), CorpusListener.SILENT);
    EncodedCorpus b =
        new CorpusCache(directory.resolve("y"))
            .prepare(settings(ContextScope.DIALOGUE, two), CorpusListener.SILENT);
    assertThat(contents(a.directory())).isEqualTo(contents(b.directory())).hasSize(8);
    assertThat(a.directory().getFileName()).isEqualTo(b.directory().getFileName());
  }

  @Test
  void a_damaged_corpus_is_noticed_and_built_again() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    CorpusSettings settings = settings(ContextScope.UTTERANCE, file);
    EncodedCorpus built = prepare(settings);
    Map<String, String> whole = contents(built.directory());
    for (String name : whole.keySet()) {
      Path damaged = prepare(settings).directory().resolve(name);
      byte[] bytes = Files.readAllBytes(damaged);
      bytes[bytes.length / 2] ^= 1;
      replace(damaged, bytes);
      Heard heard = new Heard();
      EncodedCorpus again = new CorpusCache(directory.resolve("cache")).prepare(settings, heard);
      assertThat(heard.dialogues).as(name).isEqualTo(60);
      assertThat(contents(again.directory())).isEqualTo(whole);

      replace(again.directory().resolve(name), java.util.Arrays.copyOf(bytes, bytes.length - 1));
      assertThat(contents(prepare(settings).directory())).as(name).isEqualTo(whole);
    }
  }

  /** In a file of its own, so that what is mapped stays what it was. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.delete(file);
    Files.write(file, bytes);
  }

  @Test
  void a_truncated_corpus_is_not_opened() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    Path corpus = prepare(settings(ContextScope.UTTERANCE, file)).directory();
    replace(corpus.resolve("train.words"), new byte[8]);
    assertThatThrownBy(() -> EncodedCorpus.open(corpus))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("prepare it again");
  }

  @Test
  void several_may_prepare_one_corpus_at_a_time() throws Exception {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(100));
    CorpusSettings settings = settings(ContextScope.UTTERANCE, file);
    List<Thread> threads = new ArrayList<>();
    List<Path> prepared = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> prepared.add(prepare(settings).directory()));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(prepared).hasSize(4).containsOnly(prepared.get(0));
    try (var left = Files.list(directory.resolve("cache"))) {
      assertThat(left).containsExactlyInAnyOrder(prepared.get(0), directory.resolve("cache/.lock"));
    }
  }

  @Test
  void what_a_killed_builder_left_behind_is_deleted_and_what_a_living_one_builds_stays()
      throws IOException {
    Path cache = Files.createDirectories(directory.resolve("cache"));
    Path dead = Files.createDirectories(cache.resolve(".building-1"));
    Files.createFile(dead.resolve("train.numbers"));
    Files.createFile(cache.resolve(".building-1.lock"));
    try (BuildDirectory living = BuildDirectory.create(cache)) {
      assertThat(dead).doesNotExist();
      prepare(
          settings(
              ContextScope.UTTERANCE,
              Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60))));
      assertThat(living.path()).exists();
    }
    try (var left = Files.list(cache)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void all_bad_lines_are_told_at_once_with_place_mistake_and_text() throws IOException {
    List<String> lines = new ArrayList<>(Dialogues.lines(10));
    lines.add(2, "{\"topc\": \"\u001B[31m坏\"}");
    lines.add(5, "");
    lines.add(7, "no json");
    Path file = Dialogues.write(directory.resolve("a.jsonl"), lines);
    assertThatThrownBy(() -> prepare(settings(ContextScope.UTTERANCE, file)))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.problems()).hasSize(3))
        .hasMessageContaining(file + ":3")
        .hasMessageContaining("\\u001B[31m坏")
        .hasMessageContaining(file + ":8")
        .hasMessageContaining("found: no json")
        .hasMessageContaining("data.onBadLine")
        .message()
        .doesNotContain("\u001B");
    try (var left = Files.list(directory.resolve("cache"))) {
      assertThat(left).containsExactly(directory.resolve("cache/.lock"));
    }
  }

  @Test
  void lines_that_no_setting_can_skip_are_to_be_mended() throws IOException {
    Path good = Dialogues.write(directory.resolve("good.jsonl"), Dialogues.lines(60));
    Vocabulary vocabulary = prepare(settings(ContextScope.UTTERANCE, good)).vocabulary();
    Path bad = Dialogues.write(directory.resolve("bad.jsonl"), List.of("no json"));
    CorpusCache cache = new CorpusCache(directory.resolve("cache"));
    assertThatThrownBy(() -> cache.encode(List.of(bad), vocabulary, false, CorpusListener.SILENT))
        .hasMessageContaining(bad + ":1")
        .hasMessageContaining("fix the lines, or remove them")
        .hasMessageNotContaining("onBadLine");
  }

  @Test
  void corpora_that_nobody_has_used_for_long_are_deleted() throws IOException {
    Path file = Dialogues.write(directory.resolve("d.jsonl"), Dialogues.lines(60));
    Path used = prepare(settings(ContextScope.UTTERANCE, file)).directory();
    Path unused = prepare(settings(ContextScope.DIALOGUE, file)).directory();
    for (Path corpus : List.of(used, unused)) {
      Files.setLastModifiedTime(corpus, FileTime.from(Instant.EPOCH));
    }
    prepare(settings(ContextScope.UTTERANCE, file));
    new CorpusCache(directory.resolve("cache")).prune(Instant.EPOCH.plusSeconds(1));

    assertThat(unused).doesNotExist();
    assertThat(used).isNotEmptyDirectory();
    new CorpusCache(directory.resolve("nothing")).prune(Instant.MAX);
  }

  @Test
  void whoever_may_read_what_is_beside_a_corpus_may_read_the_corpus() throws IOException {
    assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    prepare(settings(ContextScope.UTTERANCE, file));
    Path beside = Files.createDirectory(directory.resolve("beside"));
    try (var places = Files.walk(directory.resolve("cache"))) {
      for (Path place : places.toList()) {
        assertThat(Files.getPosixFilePermissions(place))
            .as(place.toString())
            .isEqualTo(Files.getPosixFilePermissions(Files.isDirectory(place) ? beside : file));
      }
    }
  }

  @Test
  void a_file_full_of_bad_lines_is_told_in_a_screenful() throws IOException {
    Path file =
        Dialogues.write(directory.resolve("a.jsonl"), Collections.nCopies(500, "x".repeat(1_000)));
    assertThatThrownBy(() -> prepare(settings(ContextScope.UTTERANCE, file)))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.problems()).hasSize(21))
        .hasMessageContaining("and 480 more malformed lines")
        .message()
        .hasSizeLessThan(10_000);
  }

  @Test
  void bad_lines_that_are_skipped_are_counted_and_change_nothing_else() throws IOException {
    List<String> lines = new ArrayList<>(Dialogues.lines(60));
    EncodedCorpus clean =
        prepare(
            settings(ContextScope.UTTERANCE, Dialogues.write(directory.resolve("a.jsonl"), lines)));
    lines.add(30, "{\"dialog\": 7}");
    lines.add("{");
    Path file = Dialogues.write(directory.resolve("b.jsonl"), lines);
    EncodedCorpus skipped =
        prepare(new CorpusSettings(List.of(file), ContextScope.UTTERANCE, 1, 1_000, true, SHARES));
    assertThat(skipped.summary(5).skippedLines()).isEqualTo(2);
    assertThat(skipped.summary(5).dialogues()).isEqualTo(60);
    assertThat(windows(skipped, Split.TRAIN, 5)).isEqualTo(windows(clean, Split.TRAIN, 5));
  }

  @Test
  void a_corpus_with_nothing_to_predict_says_what_it_found() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.jsonl"));
    assertThatThrownBy(() -> prepare(settings(ContextScope.UTTERANCE, empty)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "empty.jsonl: nothing to predict in the train and the validation split")
        .hasMessageContaining("read 0 dialogues")
        .hasMessageContaining("add dialogues");
    Path one =
        Dialogues.write(directory.resolve("one.jsonl"), List.of(Dialogues.line("我今天去北京。", "好")));
    assertThatThrownBy(() -> prepare(settings(ContextScope.UTTERANCE, one)))
        .hasMessageContaining(
            "in the validation split: read 1 dialogues, 2 utterances and 6 words");
  }

  @Test
  void files_that_cannot_be_read_are_named_together() {
    Path missing = directory.resolve("missing.jsonl");
    assertThatThrownBy(() -> prepare(settings(ContextScope.UTTERANCE, missing, directory)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(missing + ": there is no such file")
        .hasMessageContaining(directory + ": is a directory");
  }

  @Test
  void several_files_are_one_corpus_and_line_ends_do_not_matter() throws IOException {
    List<String> lines = Dialogues.lines(60);
    Path all = Dialogues.write(directory.resolve("all.jsonl"), lines);
    Path first = Dialogues.write(directory.resolve("1.jsonl"), lines.subList(0, 25));
    Path rest =
        Files.writeString(
            directory.resolve("2.jsonl"),
            "\uFEFF" + String.join("\r\n\r\n", lines.subList(25, 60)));
    EncodedCorpus one = prepare(settings(ContextScope.UTTERANCE, all));
    EncodedCorpus two = prepare(settings(ContextScope.UTTERANCE, first, rest));
    assertThat(windows(two, Split.TRAIN, 5)).isEqualTo(windows(one, Split.TRAIN, 5));
    assertThat(two.dataHash()).isNotEqualTo(one.dataHash());
  }

  @Test
  void the_summary_counts_what_is_there() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(100));
    EncodedCorpus corpus =
        prepare(new CorpusSettings(List.of(file), ContextScope.UTTERANCE, 5, 1_000, false, SHARES));
    for (int contextLength : new int[] {1, 3, 8, 50}) {
      DataSummary summary = corpus.summary(contextLength);
      List<String> training = windows(corpus, Split.TRAIN, contextLength);
      long padded = training.stream().mapToLong(w -> w.chars().filter(c -> c == '_').count()).sum();
      assertThat(summary.paddedShare())
          .isEqualTo((double) padded / (training.size() * (long) contextLength));
      assertThat(summary.trainingTargets()).isEqualTo(training.size());
      List<String> validation = windows(corpus, Split.VALIDATION, contextLength);
      assertThat(summary.outOfVocabularyRate())
          .isEqualTo(
              (double) validation.stream().filter(w -> w.endsWith("| <unk>")).count()
                  / validation.size());
    }
    assertThat(corpus.summary(5).dialogues()).isEqualTo(100);
    assertThat(corpus.summary(5).utterances()).isEqualTo(300);
    assertThat(corpus.summary(5).words())
        .isEqualTo(
            300
                + corpus.summary(5).trainingTargets()
                + corpus.summary(5).validationTargets()
                + corpus.summary(5).testTargets());
    assertThat(corpus.summary(5).vocabularySize()).isEqualTo(corpus.vocabulary().size());
  }

  @Test
  void dialogues_are_encoded_in_the_ids_of_a_given_vocabulary() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    Path other =
        Dialogues.write(
            directory.resolve("b.jsonl"),
            List.of(Dialogues.line("今天去龘龘", "好的。"), Dialogues.line("好")));
    CorpusCache cache = new CorpusCache(directory.resolve("cache"));
    for (ContextScope scope : ContextScope.values()) {
      Vocabulary vocabulary = prepare(settings(scope, file)).vocabulary();
      EncodedDialogues encoded =
          cache.encode(List.of(other), vocabulary, false, CorpusListener.SILENT);
      Windows windows = encoded.windows();
      int[] contexts = new int[4 * (int) windows.size()];
      int[] targets = new int[(int) windows.size()];
      int[] padding = new int[(int) windows.size()];
      long[] all = LongStream.range(0, windows.size()).toArray();
      windows.read(all, 4, contexts, targets, padding);
      int today = vocabulary.id("今天");
      int go = vocabulary.id("去");
      assertThat(java.util.Arrays.copyOf(contexts, 8))
          .containsExactly(0, 0, 0, today, 0, 0, today, go);
      assertThat(targets[0]).isEqualTo(go);
      assertThat(targets[1]).isZero();
      boolean reachesOver = padding[padding.length - 1] == 0;
      assertThat(reachesOver).isEqualTo(scope == ContextScope.DIALOGUE);
      Heard heard = new Heard();
      cache.encode(List.of(other), vocabulary, false, heard);
      assertThat(heard.calls).isZero();
    }
    Path single = Dialogues.write(directory.resolve("c.jsonl"), List.of(Dialogues.line("好")));
    Vocabulary vocabulary = prepare(settings(ContextScope.UTTERANCE, file)).vocabulary();
    assertThatThrownBy(
            () -> cache.encode(List.of(single), vocabulary, false, CorpusListener.SILENT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "c.jsonl: nothing to predict: read 1 dialogues, 1 utterances and 1 words");
  }

  @Test
  void processed_lines_hold_every_window_and_nothing_is_left_beside_them() throws IOException {
    Path file = Dialogues.write(directory.resolve("a.jsonl"), Dialogues.lines(60));
    EncodedCorpus corpus = prepare(settings(ContextScope.UTTERANCE, file));
    Path written = directory.resolve("processed");

    ProcessedWriter.write(corpus, 3, written);

    for (Split split : Split.values()) {
      List<String> expected = new ArrayList<>();
      for (String window : windows(corpus, split, 3)) {
        String[] words = window.replace("| ", "").split(" ", -1);
        expected.add(
            "{\"input\":[%d,%d,%d],\"target\":%d}"
                .formatted(
                    corpus.vocabulary().id(words[0]),
                    corpus.vocabulary().id(words[1]),
                    corpus.vocabulary().id(words[2]),
                    corpus.vocabulary().id(words[3])));
      }
      assertThat(Files.readString(written.resolve(split.label() + ".jsonl")))
          .isEqualTo(String.join("\n", expected) + "\n");
    }
    assertThat(written.resolve("vocabulary.txt"))
        .hasSameBinaryContentAs(corpus.directory().resolve("vocabulary.txt"));
    try (var files = Files.list(written)) {
      assertThat(files).hasSize(4);
    }
  }
}
