package dev.inputmethod.sweep;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The native libraries of one platform as Maven artifacts.
 *
 * @param platform JavaCPP's name of the platform, such as {@code linux-x86_64}
 */
public record Natives(String platform) {
  /** The platforms for which all libraries are published. */
  public static final List<String> PLATFORMS =
      List.of("linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64");

  public Natives {
    if (!PLATFORMS.contains(platform)) {
      throw new InvalidInputException(
          new Problem(
              platform,
              "there are no native libraries for this platform; they are published for "
                  + String.join(", ", PLATFORMS)));
    }
  }

  /**
   * Returns the natives for the running JVM.
   *
   * @throws InvalidInputException if its platform is not supported
   */
  public static Natives ofThisJvm() {
    return new Natives(platform(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  /**
   * Converts Java's names of a system and architecture into JavaCPP's, whether or not the platform
   * is supported.
   */
  static String platform(String osName, String osArch) {
    return system(osName.toLowerCase(Locale.ROOT))
        + "-"
        + architecture(osArch.toLowerCase(Locale.ROOT));
  }

  private static String system(String name) {
    if (name.startsWith("mac") || name.startsWith("darwin")) {
      return "macosx";
    }
    return name.startsWith("windows") ? "windows" : name.replace(' ', '_');
  }

  private static String architecture(String name) {
    return switch (name) {
      case "amd64", "x86_64", "x64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> name;
    };
  }

  /**
   * Returns the artifacts that a trial needs in addition to the engine's dependencies: the natives,
   * and a binding for the libraries' log messages.
   *
   * @return {@code group:artifact:extension[:classifier]:version}
   */
  public List<String> coordinates() {
    Properties versions = Versions.load();
    String dl4j = versions.getProperty("dl4j");
    return List.of(
        "org.nd4j:nd4j-native:jar:" + platform + ":" + dl4j,
        "org.nd4j:nd4j-native-preset:jar:" + platform + ":" + dl4j,
        "org.bytedeco:openblas:jar:" + platform + ":" + versions.getProperty("openblas"),
        "org.bytedeco:javacpp:jar:" + platform + ":" + versions.getProperty("javacpp"),
        "org.slf4j:slf4j-simple:jar:" + versions.getProperty("slf4j"));
  }
}
