package dev.inputmethod.task;

import dev.inputmethod.corpus.Windows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the windows that a network is probed with. */
final class ProbeWindows {
  /** Keys the sample; the same for every trial. */
  private static final long KEY = SeedStreams.derive(0, "probe", 0);

  /** Windows looked at for each one chosen: enough to find deep ones where there are some. */
  private static final int SAMPLED_FOR_ONE = 128;

  /**
   * Words before a target beyond which one is as good as another: contexts up to this length are
   * full over the same targets, whatever their own length, as far as the corpus has them.
   */
  private static final int DEEP_ENOUGH = 128;

  private ProbeWindows() {}

  private record Deep(long window, int words) {}

  /**
   * Those of a sample that depends on the corpus only that have the most words before their target,
   * of which those with full contexts.
   */
  static List<Batch> full(Windows windows, int contextLength, int batchSize, int count) {
    List<Deep> sample = sample(windows, contextLength, (long) count * SAMPLED_FOR_ONE);
    // Stable: among equals the sample's order decides.
    sample.sort(Comparator.comparingInt(Deep::words).reversed());
    List<Deep> chosen =
        sample.subList(0, Math.min(count, sample.size())).stream()
            .filter(it -> it.words() >= contextLength)
            .toList();
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < chosen.size(); from += batchSize) {
      batches.add(
          batch(
              windows,
              contextLength,
              chosen.subList(from, Math.min(from + batchSize, chosen.size()))));
    }
    return batches;
  }

  private static List<Deep> sample(Windows windows, int contextLength, long most) {
    KeyedPermutation order = new KeyedPermutation(windows.size(), KEY);
    int depth = Math.max(DEEP_ENOUGH, contextLength);
    long[] window = new long[1];
    int[] context = new int[depth];
    int[] target = new int[1];
    int[] padding = new int[1];
    List<Deep> sample = new ArrayList<>();
    for (long i = 0; i < Math.min(most, windows.size()); i++) {
      window[0] = order.at(i);
      windows.read(window, depth, context, target, padding);
      sample.add(new Deep(window[0], depth - padding[0]));
    }
    return sample;
  }

  private static Batch batch(Windows windows, int contextLength, List<Deep> chosen) {
    int[] contexts = new int[chosen.size() * contextLength];
    int[] targets = new int[chosen.size()];
    int[] padding = new int[chosen.size()];
    long[] numbers = chosen.stream().mapToLong(Deep::window).toArray();
    windows.read(numbers, contextLength, contexts, targets, padding);
    return new SymbolBatch(contextLength, contexts, targets, padding);
  }
}
