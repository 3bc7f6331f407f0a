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
 * Keeps encoded dialogues in a directory, each corpus under the hash of what decides its content.
 * It is built aside and renamed when it is whole, so several processes may prepare the same one:
 * the first to finish wins, and the others use its copy.
 */
public final class CorpusCache {
  /**
   * Places for one corpus: a damaged one may be in use, and is then left where it is (Windows
   * cannot delete it).
   */
  private static final int PLACES = 100;

  private final Path directory;

  /**
   * @param directory made when it is not there; nothing else should lie in it
   */
  public CorpusCache(Path directory) {
    this.directory = directory;
  }

  /**
   * The encoded corpus of these settings; taken from the cache when it is there and undamaged, else
   * built.
   *
   * @throws InvalidInputException when a file is missing or malformed, or there is too little to
   *     learn from
   */
  public EncodedCorpus prepare(CorpusSettings settings, CorpusListener listener) {
    String dataHash = DataHash.of(settings.files());
    String key = CorpusKey.of(settings.encoding(), dataHash);
    return EncodedCorpus.open(
        place(key, listener, to -> new CorpusBuilder(settings, to, listener).build(key, dataHash)));
  }

  /**
   * The directory of a corpus that was prepared earlier, whether its files are still there or not;
   * empty when it is no longer in the cache, or damaged.
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
   * Dialogues in the ids of a vocabulary that is given, all of them in one piece: to score a
   * trained model on.
   *
   * @param vocabulary the model's; it also says where contexts may lie
   * @param skipBadLines whether a malformed line is counted and passed over rather than an error
   * @throws InvalidInputException when a file is missing or malformed, or holds nothing to predict
   */
  public EncodedDialogues encode(
      List<Path> files, Vocabulary vocabulary, boolean skipBadLines, CorpusListener listener) {
    String dataHash = DataHash.of(files);
    String key = CorpusKey.of(vocabulary, skipBadLines, dataHash);
    DialoguesBuilder builder = new DialoguesBuilder(files, vocabulary, skipBadLines, listener);
    return EncodedDialogues.open(place(key, listener, to -> builder.build(to, key, dataHash)));
  }

  /** Builds into an empty directory. */
  private interface Build {
    void into(Path directory) throws IOException;
  }

  private Path place(String key, CorpusListener listener, Build build) {
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
   * Deletes corpora that nobody has prepared or taken since; they are built again when they are
   * asked for. On Windows, one that is in use stays.
   */
  public void prune(Instant since) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
      for (Path entry : entries) {
        // What is being built has a dot before its name, and a lock.
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

  /** Remembers that it is in use. */
  private static void touch(Path corpus) {
    try {
      Files.setLastModifiedTime(corpus, FileTime.from(Clock.systemUTC().instant()));
    } catch (IOException readOnly) {
      // Then it is built once more some day.
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
        // What lies there is damaged. Where it can be deleted, the place is free again.
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

  /** Whether the corpus has been moved to its place; not if the place is taken. */
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
