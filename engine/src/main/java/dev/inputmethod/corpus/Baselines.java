package dev.inputmethod.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inputmethod.reports.record.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How well word counts alone predict the targets that a network is evaluated on, with the same
 * vocabulary: what a network has to beat. For the cross-entropy {@code <unk>} is a class like any
 * other, as it is for a network; it is never predicted and never a hit.
 *
 * <p>There are three baselines: {@code uniform}, ln V; {@code unigram}, add-one smoothed: (c(w) +
 * 1) / (M + V) over the training targets; and {@code bigram}, interpolated with the unigram
 * (Jelinek and Mercer 1980): λ·c(v, w)/c(v) + (1 − λ)·unigram(w), where v is the preceding word,
 * with one λ for each power of two of c(v), chosen on the validation targets.
 *
 * @param metrics the metrics by name, such as {@code test.bigram.crossEntropy} (nats per word),
 *     {@code test.unigram.recallAt1} and {@code validation.bigram.perplexityInVocabulary}; none for
 *     a split without targets
 */
public record Baselines(Map<String, Double> metrics) {
  private static final String FILE = "baselines.json";

  /** Raised whenever a metric's value or name changes. */
  private static final int FORMAT = 2;

  public Baselines {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /** Returns the baselines of a corpus, which are computed once and stored with it. */
  public static Baselines of(EncodedCorpus corpus) {
    Path file = corpus.directory().resolve(FILE);
    try {
      Optional<Baselines> kept = read(file);
      if (kept.isPresent()) {
        return kept.get();
      }
      Baselines counted =
          new Baselines(
              new BaselineScorer(corpus, splits(corpus), BigramGroups.PAIRS_HELD).metrics());
      counted.write(file);
      return counted;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep baselines in " + file, e);
    }
  }

  /** Returns the windows of a corpus to score, by the prefix of their metrics' names. */
  static Map<String, Windows> splits(EncodedCorpus corpus) {
    Map<String, Windows> splits = new TreeMap<>();
    for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
      splits.put(split.label() + ".", corpus.windows(split));
    }
    return splits;
  }

  /**
   * Returns the baselines of a corpus on other dialogues, with metrics such as {@code
   * bigram.crossEntropy}.
   *
   * @param dialogues encoded with the corpus' vocabulary
   */
  public static Baselines of(EncodedCorpus corpus, EncodedDialogues dialogues) {
    if (!dialogues.hasVocabularyOf(corpus)) {
      throw new IllegalArgumentException("the dialogues are in the ids of another vocabulary");
    }
    return new Baselines(
        new BaselineScorer(corpus, Map.of("", dialogues.windows()), BigramGroups.PAIRS_HELD)
            .metrics());
  }

  /** The form on disk. */
  private record Kept(int format, Map<String, Double> metrics) {}

  private static ObjectMapper json() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .build();
  }

  private static Optional<Baselines> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Kept kept = json().readValue(Files.readAllBytes(file), Kept.class);
      return kept.format == FORMAT ? Optional.of(new Baselines(kept.metrics)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void write(Path file) throws IOException {
    String text = json().writeValueAsString(new Kept(FORMAT, metrics));
    AtomicFile.write(file, out -> out.write(text + "\n"));
  }
}
