package dev.inputmethod.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Holds which package may use which, and where each library may be seen. */
class PackagesTest {
  private static final String REPORTS = "dev.inputmethod.reports.";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.inputmethod");

  @Test
  void packages_depend_one_way() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("problem")
        .definedBy("dev.inputmethod.problem")
        .layer("record")
        .definedBy(REPORTS + "record")
        .layer("comparison")
        .definedBy(REPORTS + "comparison")
        .layer("gradient")
        .definedBy(REPORTS + "gradient")
        .layer("table")
        .definedBy(REPORTS + "table")
        .layer("tensorboard")
        .definedBy(REPORTS + "tensorboard..")
        .layer("chart")
        .definedBy(REPORTS + "chart..")
        .layer("html")
        .definedBy(REPORTS + "html..")
        .whereLayer("problem")
        .mayNotAccessAnyLayer()
        .whereLayer("record")
        .mayOnlyAccessLayers("problem")
        .whereLayer("comparison")
        .mayOnlyAccessLayers("problem", "record")
        .whereLayer("gradient")
        .mayOnlyAccessLayers("problem", "record", "comparison")
        .whereLayer("table")
        .mayOnlyAccessLayers("problem", "record", "comparison", "gradient")
        .whereLayer("tensorboard")
        .mayOnlyAccessLayers("problem", "record", "comparison", "gradient")
        .whereLayer("chart")
        .mayOnlyAccessLayers("problem", "record", "comparison")
        .check(classes);
  }

  @Test
  void a_library_is_seen_in_one_package_only() {
    check(onlyIn("org.jfree..", "chart.."));
    check(onlyIn("org.apache.batik..", "chart.."));
    check(onlyIn("gg.jte..", "html.."));
    check(onlyIn("com.google.protobuf..", "tensorboard.."));
  }

  @Test
  void nothing_here_trains() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.deeplearning4j..", "org.nd4j..", "org.bytedeco..", "com.hankcs..")
            .because("reports are drawn from records, years later and without a native library"));
  }

  @Test
  void nothing_here_prints() {
    check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
  }

  private static ArchRule onlyIn(String library, String home) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(REPORTS + home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(classes);
  }
}
