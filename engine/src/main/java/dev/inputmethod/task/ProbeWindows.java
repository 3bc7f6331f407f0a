package dev.inputmethod.task;

import dev.inputmethod.corpus.Windows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the windows that a network is probed with. */
final class ProbeWindows {
  /** Keys the sample; the same for every trial. */
  private static final long KEY = SeedStreams.derive(0, "probe", 0);

  /** Windows looked at for each one chosen: enough to find full contexts where there are some. */
  private static final int SAMPLED_FOR_ONE = 32;

  private ProbeWindows() {}

  private record Padded(long window, int slots) {}

  /** The windows with the fewest padded slots of a sample that depends on the corpus only. */
  static List<Batch> fullest(Windows windows, int contextLength, int batchSize, int count) {
    List<Padded> sample = sample(windows, contextLength, (long) count * SAMPLED_FOR_ONE);
    // Stable: among equals the sample's order decides.
    sample.sort(Comparator.comparingInt(Padded::slots));
    List<Padded> chosen = sample.subList(0, Math.min(count, sample.size()));
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

  private static List<Padded> sample(Windows windows, int contextLength, long most) {
    KeyedPermutation order = new KeyedPermutation(windows.size(), KEY);
    int[] context = new int[contextLength];
    int[] target = new int[1];
    int[] padding = new int[1];
    List<Padded> sample = new ArrayList<>();
    for (long i = 0; i < Math.min(most, windows.size()); i++) {
      long window = order.at(i);
      windows.read(window, contextLength, context, target, padding, 0);
      sample.add(new Padded(window, padding[0]));
    }
    return sample;
  }

  private static Batch batch(Windows windows, int contextLength, List<Padded> chosen) {
    int[] contexts = new int[chosen.size() * contextLength];
    int[] targets = new int[chosen.size()];
    int[] padding = new int[chosen.size()];
    for (int row = 0; row < chosen.size(); row++) {
      windows.read(chosen.get(row).window(), contextLength, contexts, targets, padding, row);
    }
    return new Batch(contextLength, contexts, targets, padding);
  }
}
