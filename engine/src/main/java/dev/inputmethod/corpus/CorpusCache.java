package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Stores encoded dialogues in a directory, each corpus under a hash of everything that decides its
 * content. A corpus is built in a temporary directory and then renamed, so that several processes
 * can prepare the same one: the first to finish wins, and the others use its result.
 */
public final class CorpusCache {
  /**
   * The number of alternative names for a corpus. A damaged one may be in use, in which case
   * Windows cannot delete it, and another name is used.
   */
  private static final int PLACES = 100;

  private final Path directory;

  /**
   * Creates a cache.
   *
   * @param directory created if necessary; must contain nothing else
   */
  public CorpusCache(Path directory) {
    this.directory = directory;
  }

  /**
   * Returns the encoded corpus for these settings, from the cache if it is there and intact.
   *
   * @throws InvalidInputException if a file is missing or malformed, or a split has no targets
   */
  public EncodedCorpus prepare(CorpusSettings settings, CorpusListener listener) {
    String dataHash = DataHash.of(settings.files());
    String key = CorpusKey.of(settings.encoding(), dataHash);
    return EncodedCorpus.open(
        place(key, to -> new CorpusBuilder(settings, to, listener).build(key, dataHash)));
  }

  /**
   * Returns the directory of a corpus that was prepared earlier, whether or not its dialogue files
   * still exist; empty if it is no longer in the cache, or damaged.
   *
   * @param dataHash the {@link DataHash} of the files that were encoded
   */
  public Optional<Path> find(EncodingSettings settings, String dataHash) {
    try {
      return whole(CorpusKey.of(settings, dataHash));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the corpora in " + directory, e);
    }
  }

  /**
   * Encodes dialogues with the vocabulary of a trained model, in order to evaluate it.
   *
   * @param vocabulary the model's vocabulary, which also decides how far contexts reach
   * @param skipBadLines whether malformed lines are counted and skipped rather than an error
   * @throws InvalidInputException if a file is missing or malformed, or contains nothing to predict
   */
  public EncodedDialogues encode(
      List<Path> files, Vocabulary vocabulary, boolean skipBadLines, CorpusListener listener) {
    String dataHash = DataHash.of(files);
    String key = CorpusKey.of(vocabulary, skipBadLines, dataHash);
    DialoguesBuilder builder = new DialoguesBuilder(files, vocabulary, skipBadLines, listener);
    return EncodedDialogues.open(place(key, to -> builder.build(to, key, dataHash)));
  }

  /** Builds a corpus into an empty directory. */
  private interface Build {
    void into(Path directory) throws IOException;
  }

  private Path place(String key, Build build) {
    try {
      Files.createDirectories(directory);
      Optional<Path> earlier = whole(key);
      if (earlier.isPresent()) {
        touch(earlier.get());
        return earlier.get();
      }
      return built(key, build);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the corpus in " + directory, e);
    }
  }

  private Optional<Path> whole(String key) throws IOException {
    for (int number = 0; number < PLACES && isTaken(place(key, number)); number++) {
      if (Manifest.isWhole(place(key, number), key)) {
        return Optional.of(place(key, number));
      }
    }
    return Optional.empty();
  }

  /**
   * Deletes corpora that have not been used since; they are built again when needed. On Windows, a
   * corpus in use is kept.
   */
  public void prune(Instant since) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
      for (Path entry : entries) {
        // Names that start with a dot are builds under way, and locks.
        if (!entry.getFileName().toString().startsWith(".")
            && Files.getLastModifiedTime(entry).toInstant().isBefore(since)) {
          BuildDirectory.deleteIfPossible(entry);
        }
      }
    } catch (NotDirectoryException | NoSuchFileException nothingCached) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear out " + directory, e);
    }
  }

  /** Records that a corpus is in use. */
  private static void touch(Path corpus) {
    try {
      Files.setLastModifiedTime(corpus, FileTime.from(Clock.systemUTC().instant()));
    } catch (IOException readOnly) {
      // It may be pruned early, and is built again then.
    }
  }

  private Path place(String key, int number) {
    return directory.resolve(number == 0 ? key : key + "-" + number);
  }

  private Path built(String key, Build build) throws IOException {
    try (BuildDirectory made = BuildDirectory.create(directory)) {
      build.into(made.path());
      for (int number = 0; number < PLACES; number++) {
        Path place = place(key, number);
        if (moved(made.path(), place) || Manifest.isWhole(place, key)) {
          return place;
        }
        // The corpus there is damaged: try to delete it, and use its place.
        BuildDirectory.deleteIfPossible(place);
        if (moved(made.path(), place)) {
          return place;
        }
      }
      throw new IOException(
          String.format(Locale.ROOT, "%d damaged corpora named %s; delete them", PLACES, key));
    }
  }

  private static boolean isTaken(Path place) {
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }

  /** Moves a corpus to its place, and returns whether that was free. */
  private static boolean moved(Path from, Path to) throws IOException {
    if (isTaken(to)) {
      return false;
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      if (isTaken(to)) {
        return false;
      }
      throw e;
    }
  }
}
