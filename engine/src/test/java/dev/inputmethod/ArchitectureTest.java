package dev.inputmethod;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the table of packages that the architecture promises. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/reports/"))
          .importPackages("dev.inputmethod");

  @ParameterizedTest
  @CsvSource({
    "yaml,",
    "experiment, yaml",
    "corpus,",
    "random,",
    "kernel,",
    "layer, kernel random",
    "task, corpus random",
    "model, experiment kernel layer task",
    "probe, layer model task",
    "training, experiment corpus task model probe",
    "sweep, experiment corpus kernel task layer model probe training",
    "engine, experiment corpus task layer model probe training sweep",
    "batch, engine sweep experiment yaml",
  })
  void a_package_uses_no_more_of_the_engine_than_its_row_allows(String name, String allowed) {
    String[] packages =
        Stream.concat(
                Stream.of(name), allowed == null ? Stream.of() : Arrays.stream(allowed.split(" ")))
            .map(used -> "dev.inputmethod." + used)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("dev.inputmethod." + name)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.inputmethod..")
                .and(
                    not(
                        resideInAnyPackage(packages)
                            .or(
                                resideInAnyPackage(
                                    "dev.inputmethod.problem", "dev.inputmethod.reports..")))))
        .because("the dependencies of the engine's packages point one way")
        .check(CLASSES);
  }

  @Test
  void packages_are_free_of_cycles() {
    slices().matching("dev.inputmethod.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void dl4j_and_nd4j_stay_inside_layer_model_and_probe() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.inputmethod.layer..", "dev.inputmethod.model..", "dev.inputmethod.probe..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
        .check(CLASSES);
  }

  @Test
  void layers_know_nothing_of_words_or_trials() {
    noClasses()
        .that()
        .resideInAPackage("dev.inputmethod.layer..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.inputmethod.reports..")
        .check(CLASSES);
  }

  @Test
  void charts_and_templates_stay_in_the_reports() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jfree..", "org.apache.batik..", "gg.jte..", "org.apache.maven..")
        .check(CLASSES);
  }

  @Test
  void only_the_batch_tool_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.inputmethod.batch..")
        .and()
        .doNotHaveFullyQualifiedName("dev.inputmethod.sweep.Worker")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("the engine tells a listener; the worker's standard output is its protocol")
        .check(CLASSES);
  }

  @Test
  void texts_do_not_depend_on_the_locale() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .because("names, hashes and figures are the same everywhere")
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .check(CLASSES);
    classes()
        .that(not(JavaClass.Predicates.simpleName("package-info")))
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.be(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "in a package with a package-info",
                    type -> type.getPackage().tryGetPackageInfo().isPresent())))
        .check(CLASSES);
  }
}
