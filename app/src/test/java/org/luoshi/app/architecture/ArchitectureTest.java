package org.luoshi.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.app.Luoshi;
import org.springframework.modulith.core.ApplicationModules;

/// The rules of `docs/architecture.md` that a machine can hold.
class ArchitectureTest {

    /// Modules of `core` in the order in which they may call: each those before it.
    private static final List<String> ORDER =
            List.of("access", "audit", "register", "observation", "indicator", "quality", "plan", "warning", "attachment", "process", "briefing", "webhook");

    /// Without the bean definitions that the build writes into every package.
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("__"))
            .importPackages("org.luoshi");

    @Test
    void theModulesOfTheCoreCallOnlyWhatTheyDeclare() {
        ApplicationModules.of(
                        "org.luoshi",
                        resideInAnyPackage(
                                "org.luoshi.kernel..",
                                "org.luoshi.pack..",
                                "org.luoshi.compiler..",
                                "org.luoshi.stream..",
                                "org.luoshi.matching..",
                                "org.luoshi.postgres..",
                                "org.luoshi.codegen..",
                                "org.luoshi.tables..",
                                "org.luoshi.web..",
                                "org.luoshi.app.."))
                .verify();
    }

    @Test
    void callsGoLeftwards() {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] later = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(module -> "org.luoshi." + module + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("org.luoshi." + ORDER.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void theKernelKnowsOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("org.luoshi.kernel..")
                .should()
                .dependOnClassesThat(are(resideOutsideOfPackages("java..", "org.jspecify..", "org.luoshi.kernel..")))
                .check(CLASSES);
    }

    /// What a rule finds depends on the readings alone, or a log could not be replayed.
    @Test
    void detectionKnowsOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("org.luoshi.stream..")
                .should()
                .dependOnClassesThat(are(resideOutsideOfPackages("java..", "org.jspecify..", "org.luoshi.stream..")))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "pack", "compiler", "stream", "matching"})
    void computingCodeKnowsNeitherSpringNorDatabase(String module) {
        noClasses()
                .that()
                .resideInAPackage("org.luoshi." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void pagesAskModulesAndNotTables() {
        noClasses()
                .that()
                .resideInAPackage("org.luoshi.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "org.luoshi.tables..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "audit", "register", "observation", "indicator", "quality", "plan", "warning", "attachment", "process", "briefing", "webhook"})
    void whatIsInternalStaysInternal(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.luoshi." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.luoshi." + module + ".internal..")
                .check(CLASSES);
    }

    /// What narrows nothing and masks nothing is for one module only.
    @Test
    void onlyProcessesAreTrustedWithWholeRegisters() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.luoshi.process..", "org.luoshi.register..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.luoshi.register.EntrustedRegister")
                .check(CLASSES);
    }

    @Test
    void onlyTheProcessModuleKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.luoshi.process.internal.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flowable..")
                .check(CLASSES);
    }

    @Test
    void theClockIsInjected() {
        DescribedPredicate<JavaClass> ours = resideOutsideOfPackages("org.luoshi.postgres..", "org.luoshi.codegen..");
        for (Class<?> time : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses().that(ours).should().callMethod(time, "now").check(CLASSES);
        }
        noClasses().that(ours).should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses()
                .that(ours)
                .and()
                .doNotBelongToAnyOf(Luoshi.class)
                .should()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }
}
