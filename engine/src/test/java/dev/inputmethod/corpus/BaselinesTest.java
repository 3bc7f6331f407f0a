package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private static EncodedCorpus corpus;

  @BeforeAll
  static void prepare(@TempDir Path directory) throws IOException {
    List<String> lines = new ArrayList<>(Dialogues.lines(300));
    // Some words that only one split knows, so that there are targets outside the vocabulary.
    for (int i = 0; i < 200; i++) {
      lines.add(Dialogues.line("今天" + (char) ('龍' + i) + "去学校，" + i + "点见。"));
    }
    Path file = Dialogues.write(directory.resolve("a.jsonl"), lines);
    corpus =
        new CorpusCache(directory.resolve("cache"))
            .prepare(
                new CorpusSettings(
                    List.of(file),
                    ContextScope.DIALOGUE,
                    2,
                    1_000,
                    false,
                    new SplitShares(0.6, 0.2, 0.2, 1)),
                CorpusListener.SILENT);
  }

  /** Pairs of the word before and the target, by the windows that a network sees. */
  private static List<int[]> pairs(Split split) {
    return pairs(corpus.windows(split));
  }

  private static List<int[]> pairs(Windows windows) {
    List<int[]> pairs = new ArrayList<>();
    for (long i = 0; i < windows.size(); i++) {
      int[] context = new int[1];
      int[] target = new int[1];
      windows.read(new long[] {i}, 1, context, target, new int[1]);
      pairs.add(new int[] {context[0], target[0]});
    }
    return pairs;
  }

  /** The three models as their formulas have them, with dense tables. */
  private static final class Straightforward {
    private final int size = corpus.vocabulary().size();
    private final long[] words = new long[size];
    private final long[][] pairs = new long[size][size];
    private final long[] before = new long[size];
    private final long total = corpus.windows(Split.TRAIN).size();
    private final Map<Integer, Double> weights = new TreeMap<>();

    Straightforward() {
      for (int[] pair : pairs(Split.TRAIN)) {
        words[pair[1]]++;
        pairs[pair[0]][pair[1]]++;
        before[pair[0]]++;
      }
      for (int bucket = 1; bucket < 20; bucket++) {
        int number = bucket;
        double least = Double.POSITIVE_INFINITY;
        List<int[]> observed =
            pairs(Split.VALIDATION).stream().filter(p -> bucket(p[0]) == number).toList();
        List<int[]> used = observed.isEmpty() ? pairs(Split.VALIDATION) : observed;
        for (int step = 0; step < 20; step++) {
          double weight = step / 20.0;
          double nats = used.stream().mapToDouble(p -> -Math.log(bigram(p[0], p[1], weight))).sum();
          if (nats < least) {
            least = nats;
            weights.put(bucket, weight);
          }
        }
      }
    }

    int bucket(int word) {
      return before[word] == 0
          ? 0
          : 1 + (int) Math.floor(Math.log((double) before[word]) / Math.log(2) + 1e-12);
    }

    double unigram(int word) {
      return (words[word] + 1.0) / (double) (total + size);
    }

    double bigram(int first, int word, double weight) {
      return before[first] == 0
          ? unigram(word)
          : weight * pairs[first][word] / before[first] + (1 - weight) * unigram(word);
    }

    double bigram(int first, int word) {
      return bigram(first, word, before[first] == 0 ? 0 : weights.getOrDefault(bucket(first), 0.0));
    }

    int rank(int first, int target, boolean bigram) {
      double own = bigram ? bigram(first, target) : unigram(target);
      int rank = 1;
      for (int word = 2; word < size; word++) {
        double other = bigram ? bigram(first, word) : unigram(word);
        rank += other > own || (other == own && word < target) ? 1 : 0;
      }
      return rank;
    }
  }

  @Test
  void every_figure_is_what_its_formula_says() {
    Map<String, Double> metrics = Baselines.of(corpus).metrics();
    Straightforward models = new Straightforward();
    for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
      List<int[]> all = pairs(split);
      List<int[]> known = all.stream().filter(p -> p[1] != 0).toList();
      assertThat(known).hasSizeLessThan(all.size());
      String name = split.label();
      assertThat(metrics.get(name + ".uniform.crossEntropy")).isEqualTo(Math.log(models.size));
      for (boolean bigram : new boolean[] {false, true}) {
        String prefix = name + (bigram ? ".bigram." : ".unigram.");
        int[] ranks = known.stream().mapToInt(p -> models.rank(p[0], p[1], bigram)).toArray();
        for (List<int[]> over : List.of(all, known)) {
          String suffix = over == all ? "" : "InVocabulary";
          double nats =
              over.stream()
                  .mapToDouble(
                      p -> -Math.log(bigram ? models.bigram(p[0], p[1]) : models.unigram(p[1])))
                  .average()
                  .orElseThrow();
          assertThat(metrics.get(prefix + "crossEntropy" + suffix)).isEqualTo(nats, CLOSE);
          assertThat(metrics.get(prefix + "perplexity" + suffix))
              .isEqualTo(Math.exp(nats), within(1e-6));
          for (int k : new int[] {1, 3, 5}) {
            double hits = IntStream.of(ranks).filter(r -> r <= k).count();
            assertThat(metrics.get(prefix + "recallAt" + k + suffix))
                .isEqualTo(hits / over.size(), CLOSE);
          }
          double reciprocal =
              IntStream.of(ranks).filter(r -> r <= 5).mapToDouble(r -> 1.0 / r).sum();
          assertThat(metrics.get(prefix + "mrrAt5" + suffix))
              .isEqualTo(reciprocal / over.size(), CLOSE);
        }
      }
    }
  }

  @Test
  void a_bigram_beats_a_unigram_which_beats_chance() {
    Map<String, Double> metrics = Baselines.of(corpus).metrics();
    assertThat(metrics.get("test.bigram.crossEntropy"))
        .isLessThan(metrics.get("test.unigram.crossEntropy"));
    assertThat(metrics.get("test.unigram.crossEntropy"))
        .isLessThan(metrics.get("test.uniform.crossEntropy"));
    assertThat(metrics.get("test.bigram.recallAt1"))
        .isGreaterThan(metrics.get("test.unigram.recallAt1"));
  }

  @Test
  void however_few_pairs_are_held_the_figures_are_the_same() {
    Map<String, Double> whole = scored(BigramGroups.PAIRS_HELD);
    for (int held : new int[] {1, 10, 300}) {
      Map<String, Double> parts = scored(held);
      assertThat(parts.keySet()).isEqualTo(whole.keySet());
      parts.forEach((name, value) -> assertThat(value).as(name).isEqualTo(whole.get(name), CLOSE));
    }
  }

  private static Map<String, Double> scored(int pairsHeld) {
    return new BaselineScorer(corpus, Baselines.splits(corpus), pairsHeld).metrics();
  }

  @Test
  void other_dialogues_are_scored_by_what_was_counted_in_the_corpus(@TempDir Path directory)
      throws IOException {
    Path file = Dialogues.write(directory.resolve("b.jsonl"), Dialogues.lines(40));
    EncodedDialogues dialogues = encoded(directory, file, corpus.vocabulary());

    Map<String, Double> metrics = Baselines.of(corpus, dialogues).metrics();

    Straightforward models = new Straightforward();
    double nats = 0;
    for (int[] pair : pairs(dialogues.windows())) {
      nats -= Math.log(models.bigram(pair[0], pair[1]));
    }
    assertThat(metrics.get("bigram.crossEntropy"))
        .isEqualTo(nats / dialogues.windows().size(), CLOSE);
    assertThat(metrics.get("uniform.perplexity")).isEqualTo((double) corpus.vocabulary().size());
    assertThat(metrics).containsKeys("unigram.recallAt1", "bigram.mrrAt5InVocabulary");
  }

  @Test
  void dialogues_in_other_ids_are_refused(@TempDir Path directory) throws IOException {
    Path file = Dialogues.write(directory.resolve("b.jsonl"), Dialogues.lines(300));
    EncodedCorpus other =
        new CorpusCache(directory.resolve("other"))
            .prepare(
                new CorpusSettings(
                    List.of(file),
                    ContextScope.DIALOGUE,
                    1,
                    20,
                    false,
                    new SplitShares(0.6, 0.2, 0.2, 1)),
                CorpusListener.SILENT);
    EncodedDialogues dialogues = encoded(directory, file, other.vocabulary());

    assertThatThrownBy(() -> Baselines.of(corpus, dialogues))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EncodedDialogues encoded(Path directory, Path file, Vocabulary vocabulary) {
    return new CorpusCache(directory.resolve("cache"))
        .encode(List.of(file), vocabulary, false, CorpusListener.SILENT);
  }

  @Test
  void they_are_counted_once_and_kept_beside_the_corpus() throws IOException {
    Baselines counted = Baselines.of(corpus);
    Path file = corpus.directory().resolve("baselines.json");
    assertThat(Baselines.of(corpus)).isEqualTo(counted);
    String kept = Files.readString(file);
    Files.writeString(
        file,
        kept.replaceFirst(
            "\"test.bigram.crossEntropy\":[0-9.]+", "\"test.bigram.crossEntropy\":7.5"));
    assertThat(Baselines.of(corpus).metrics()).containsEntry("test.bigram.crossEntropy", 7.5);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"format\":[0-9]+", "\"format\":1"));
    assertThat(Baselines.of(corpus)).isEqualTo(counted);
    Files.writeString(file, kept.substring(0, kept.length() / 2));
    assertThat(Baselines.of(corpus)).isEqualTo(counted);
    assertThat(Files.readString(file)).isEqualTo(kept);
  }
}
