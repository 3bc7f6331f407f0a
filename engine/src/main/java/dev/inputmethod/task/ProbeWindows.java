package dev.inputmethod.task;

import dev.inputmethod.corpus.Windows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the windows that networks are probed with. */
final class ProbeWindows {
  /** Keys the sample: the same one for every trial. */
  private static final long KEY = SeedStreams.derive(0, "probe", 0);

  /** How many windows are looked at for each chosen one, to find deep ones. */
  private static final int SAMPLED_FOR_ONE = 128;

  /**
   * Targets with at least so many words before them count as equally deep. So contexts up to this
   * length choose among the same targets.
   */
  private static final int DEEP_ENOUGH = 128;

  private ProbeWindows() {}

  private record Deep(long window, int words) {}

  /**
   * Takes the deepest windows, which have the most words before their target, of a sample that
   * depends on the corpus only; of these, returns the ones with full contexts, the deepest first.
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
    long[] numbers = chosen.stream().mapToLong(Deep::window).toArray();
    return WindowBatches.read(windows, numbers, contextLength);
  }
}
