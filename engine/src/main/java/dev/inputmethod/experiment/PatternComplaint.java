package dev.inputmethod.experiment;

import dev.inputmethod.problem.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes where a pattern that matches nothing was searched for, and what is there instead. */
final class PatternComplaint {
  /** The maximum number of directory entries examined, as a directory may have millions. */
  private static final int MOST_READ = 1000;

  private static final int MOST_SHOWN = 5;

  /** Shorter names are not corrected, because too many names are similar to them. */
  private static final int SHORTEST_GUESSED = 3;

  private final Path base;

  /**
   * @param base the directory that relative patterns are resolved against
   */
  PatternComplaint(Path base) {
    this.base = base;
  }

  String of(String pattern) {
    String slashed = pattern.replace('\\', '/');
    int wildcard = FilePatterns.firstWildcard(slashed);
    int end = wildcard < 0 ? slashed.lastIndexOf('/') : slashed.lastIndexOf('/', wildcard);
    Path directory;
    try {
      if (wildcard < 0 && Files.isDirectory(base.resolve(slashed))) {
        return Texts.quoted(pattern)
            + " is a directory; name the files in it, such as '"
            + pattern.replaceAll("[/\\\\]+$", "")
            + "/*'";
      }
      directory = base.resolve(slashed.substring(0, end + 1)).normalize();
    } catch (InvalidPathException e) {
      return Texts.quoted(pattern) + " is not a valid file name";
    }
    String none =
        wildcard < 0
            ? "there is no file " + Texts.quoted(pattern)
            : Texts.quoted(pattern) + " matches no file";
    if (!Files.isDirectory(directory)) {
      return none + ": " + missing(directory);
    }
    return wildcard < 0
        ? none + in("", directory) + near(slashed.substring(end + 1), directory, path -> true)
        : none + in(slashed.contains("**") ? "or under " : "", directory) + held(directory);
  }

  private static String in(String under, Path directory) {
    return " in " + under + FilePatterns.shown(directory);
  }

  /** Describes the first directory of a path that does not exist. */
  private static String missing(Path directory) {
    Path missing = directory;
    for (Path up = missing.getParent();
        up != null && !Files.isDirectory(up);
        up = missing.getParent()) {
      missing = up;
    }
    String shown = FilePatterns.shown(missing);
    if (Files.exists(missing)) {
      return shown + " is not a directory";
    }
    Path name = missing.getFileName();
    Path up = missing.getParent();
    String near = name == null || up == null ? "" : near(name.toString(), up, Files::isDirectory);
    return "there is no directory " + shown + near;
  }

  private static String near(String name, Path directory, Predicate<Path> wanted) {
    if (name.length() < SHORTEST_GUESSED) {
      return "";
    }
    return Texts.nearest(name, names(directory, wanted))
        .map(found -> "; did you mean " + Texts.quoted(found) + "?")
        .orElse("");
  }

  private static String held(Path directory) {
    List<String> names = names(directory, Files::isRegularFile);
    if (names.isEmpty()) {
      return ", which contains no files";
    }
    return names.stream()
        .limit(MOST_SHOWN)
        .map(Texts::quoted)
        .collect(
            Collectors.joining(", ", ", which contains ", names.size() > MOST_SHOWN ? ", …" : ""));
  }

  private static List<String> names(Path directory, Predicate<Path> wanted) {
    List<String> names = new ArrayList<>();
    try (Stream<Path> entries = Files.list(directory)) {
      entries
          .limit(MOST_READ)
          .filter(wanted)
          .forEach(path -> names.add(String.valueOf(path.getFileName())));
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // The directory cannot be read.
    }
    names.sort(null);
    return names;
  }
}
