package dev.inputmethod.experiment;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.tools.ant.DirectoryScanner;
import org.apache.tools.ant.types.selectors.SelectorUtils;

/**
 * Finds files by Ant-style patterns ({@code *}, {@code ?}, {@code **}), absolute or relative to a
 * base directory.
 *
 * <p>A pattern that is the name of an existing file matches that file, whatever characters it
 * contains. Ant's default excludes apply, such as backup files of editors.
 */
public final class FilePatterns {
  private final Path base;

  public FilePatterns(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /**
   * Splits a comma-separated list of patterns. If the whole text is the name of an existing file,
   * its commas are part of the name.
   */
  public List<String> split(String commaSeparated) {
    if (file(commaSeparated.strip()).isPresent()) {
      return List.of(commaSeparated.strip());
    }
    List<String> patterns = new ArrayList<>();
    for (String pattern : commaSeparated.split(",", -1)) {
      if (!pattern.isBlank()) {
        patterns.add(pattern.strip());
      }
    }
    return patterns;
  }

  /**
   * Returns the files that match, each once, sorted by their names with {@code /}. Files of
   * relative patterns are relative: {@link #resolve} them before reading.
   *
   * @param where the option or file that gives the patterns, for messages
   * @throws InvalidInputException if a pattern matches nothing, or every file is excluded
   */
  public List<Path> expand(List<String> patterns, List<String> excludes, String where) {
    Problems problems = new Problems();
    List<Path> found = find(patterns, excludes, Mark.option(where), problems);
    problems.throwIfAny();
    return found;
  }

  /** Returns the files like {@link #expand}, but adds mistakes to the caller's. */
  List<Path> find(List<String> patterns, List<String> excludes, Mark where, Problems problems) {
    Map<Path, Path> found = new TreeMap<>();
    for (String pattern : patterns) {
      List<Path> matching = matching(pattern);
      matching.forEach(path -> found.putIfAbsent(resolve(path), path));
      if (matching.isEmpty()) {
        problems.add(where, complaint(pattern));
      }
    }
    if (patterns.isEmpty()) {
      problems.add(where, "names no file; give a file or an Ant-style pattern");
    }
    if (found.keySet().removeIf(path -> excluded(path, excludes)) && found.isEmpty()) {
      problems.add(where, "every file that matches is excluded");
    }
    return sorted(found.values());
  }

  /** Returns the files that match, without excludes. */
  public List<Path> expand(List<String> patterns, String where) {
    return expand(patterns, List.of(), where);
  }

  /** Resolves a path against the base directory. */
  public Path resolve(Path path) {
    return base.resolve(path).normalize();
  }

  /** Formats a path for messages. */
  public static String shown(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Returns the files that match a pattern, sorted; empty if there are none. */
  List<Path> matching(String pattern) {
    Optional<Path> itself = file(pattern);
    if (itself.isPresent()) {
      return List.of(itself.get());
    }
    String slashed = pattern.replace('\\', '/');
    int wildcard = firstWildcard(slashed);
    if (wildcard < 0) {
      return file(slashed).map(List::of).orElse(List.of());
    }
    int end = slashed.lastIndexOf('/', wildcard);
    String directory = end < 0 ? "" : slashed.substring(0, end + 1);
    return scan(directory, slashed.substring(end + 1));
  }

  /** Describes why a pattern matches nothing. */
  String complaint(String pattern) {
    return new PatternComplaint(base).of(pattern);
  }

  private List<Path> scan(String directory, String include) {
    Optional<Path> start = path(directory);
    if (start.isEmpty() || !Files.isDirectory(resolve(start.get()))) {
      return List.of();
    }
    DirectoryScanner scanner = new DirectoryScanner();
    scanner.setBasedir(resolve(start.get()).toFile());
    scanner.setIncludes(new String[] {include});
    scanner.addDefaultExcludes();
    scanner.scan();
    List<Path> found = new ArrayList<>();
    for (String name : scanner.getIncludedFiles()) {
      found.add(start.get().resolve(name));
    }
    return sorted(found);
  }

  private boolean excluded(Path resolved, List<String> excludes) {
    for (String exclude : excludes) {
      String slashed = exclude.replace('\\', '/');
      boolean absolute =
          path(slashed.replaceAll("[*?].*", "")).filter(Path::isAbsolute).isPresent();
      String pattern = absolute ? slashed : shown(base) + "/" + slashed;
      if (SelectorUtils.matchPath(pattern.replace('/', File.separatorChar), resolved.toString())) {
        return true;
      }
    }
    return false;
  }

  private Optional<Path> file(String name) {
    return path(name).filter(path -> !name.isEmpty() && Files.isRegularFile(resolve(path)));
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Returns the index of the first wildcard; -1 if there is none. */
  static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
        return i;
      }
    }
    return -1;
  }

  private static List<Path> sorted(Iterable<Path> paths) {
    Map<String, Path> byName = new TreeMap<>();
    paths.forEach(path -> byName.put(shown(path), path));
    return List.copyOf(byName.values());
  }
}
