package dev.inputmethod.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NativesTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, x86_64, macosx-x86_64",
    "Mac OS X, aarch64, macosx-arm64",
    "Windows 11, amd64, windows-x86_64",
    "Windows Server 2022, amd64, windows-x86_64",
  })
  void javas_names_become_javacpps(String os, String architecture, String platform) {
    assertThat(Natives.platform(os, architecture)).isEqualTo(platform).isIn(Natives.PLATFORMS);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, riscv64, linux-riscv64",
    "Windows 11, aarch64, windows-arm64",
    "SunOS, sparcv9, sunos-sparcv9"
  })
  void a_platform_without_natives_is_named_with_those_that_have_them(
      String os, String architecture, String platform) {
    assertThatThrownBy(() -> new Natives(Natives.platform(os, architecture)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(platform)
        .hasMessageContaining(
            "linux-x86_64, linux-arm64, macosx-x86_64, macosx-arm64, windows-x86_64");
  }

  @Test
  void every_coordinate_has_a_version_of_the_build() {
    assertThat(new Natives("macosx-arm64").coordinates())
        .hasSize(5)
        .allMatch(
            coordinate -> coordinate.matches("[\\w.]+:[\\w-]+:jar(:macosx-arm64)?:\\d[\\w.-]*"))
        .anyMatch(
            coordinate -> coordinate.startsWith("org.nd4j:nd4j-native:jar:macosx-arm64:1.0.0-M2.1"))
        .anyMatch(coordinate -> coordinate.startsWith("org.slf4j:slf4j-simple:jar:2."));
  }

  @Test
  void the_engine_knows_its_own_version() {
    assertThat(Versions.load().getProperty("inputmethod")).matches("\\d.*");
  }
}
