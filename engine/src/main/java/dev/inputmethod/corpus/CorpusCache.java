package dev.inputmethod.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps encoded corpora in a directory, each under the hash of what decides its content. A corpus is built aside and renamed
 * when it is whole, so several processes may prepare the same one: the first that is done wins, the others use its.
 */
public final class CorpusCache {
  /** Places for one corpus: a damaged one may be in use, and is then left where it is (Windows cannot delete it). */
  private static final int PLACES = 100;

  private final Path directory;

  public CorpusCache(Path directory) {
    this.directory = directory;
  }

  /**
   * The encoded corpus of these settings; taken from the cache when it is there and undamaged, else built.
   *
   * @throws dev.inputmethod.problem.InvalidInputException when a file is missing or malformed, or there is too little to
   *     learn from
   */
  public EncodedCorpus prepare(CorpusSettings settings, CorpusListener listener) {
    String dataHash = DataHash.of(settings.files());
    String key = CorpusKey.of(settings, dataHash);
    try {
      Files.createDirectories(directory);
      Optional<EncodedCorpus> cached = find(key);
      if (cached.isPresent()) {
        listener.reused(cached.get());
        return cached.get();
      }
      EncodedCorpus built = build(settings, key, dataHash, listener);
      listener.prepared(built);
      return built;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the corpus in " + directory, e);
    }
  }

  private Path place(String key, int number) {
    return directory.resolve(number == 0 ? key : key + "-" + number);
  }

  private Optional<EncodedCorpus> find(String key) throws IOException {
    for (int number = 0; number < PLACES && Files.exists(place(key, number), LinkOption.NOFOLLOW_LINKS); number++) {
      Optional<EncodedCorpus> corpus = EncodedCorpus.openWhole(place(key, number), key);
      if (corpus.isPresent()) {
        return corpus;
      }
    }
    return Optional.empty();
  }

  private EncodedCorpus build(CorpusSettings settings, String key, String dataHash, CorpusListener listener)
      throws IOException {
    Path temporary = Files.createTempDirectory(directory, "." + key + "-");
    try {
      new CorpusBuilder(settings, temporary, listener).build(key, dataHash);
      for (int number = 0; number < PLACES; number++) {
        Path place = place(key, number);
        if (!moved(temporary, place)) {
          Optional<EncodedCorpus> others = EncodedCorpus.openWhole(place, key);
          if (others.isPresent()) {
            return others.get();
          }
          // What lies there is damaged. Where it can be deleted, the place is free again.
          deleteIfPossible(place);
          if (!moved(temporary, place)) {
            continue;
          }
        }
        return EncodedCorpus.open(place);
      }
      throw new IOException("%d damaged corpora named %s; delete them".formatted(PLACES, key));
    } finally {
      deleteIfPossible(temporary);
    }
  }

  /** Whether the corpus has been moved to its place; not if the place is taken. */
  private static boolean moved(Path from, Path to) throws IOException {
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      throw e;
    }
  }

  private static void deleteIfPossible(Path directory) {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // Still mapped by a process on Windows, or being deleted by another: it does no harm where it is.
    }
  }
}
