package dev.inputmethod.bench;

import dev.inputmethod.task.SymbolBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/**
 * The file both sides of a comparison read: whole numbers apart by white space, for each of 20
 * batches, for each example, its context's ids and then its target's.
 */
final class IdFile {
  static final int BATCHES = 20;

  private IdFile() {}

  static List<SymbolBatch> read(Path file, int size, int context) throws IOException {
    List<SymbolBatch> batches = new ArrayList<>();
    try (Scanner in = new Scanner(file, StandardCharsets.UTF_8)) {
      for (int k = 0; k < BATCHES; k++) {
        int[] contexts = new int[size * context];
        int[] targets = new int[size];
        for (int row = 0; row < size; row++) {
          for (int t = 0; t < context; t++) {
            contexts[row * context + t] = in.nextInt();
          }
          targets[row] = in.nextInt();
        }
        batches.add(new SymbolBatch(context, contexts, targets, new int[size]));
      }
    }
    return batches;
  }
}
