package io.spillway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.spillway.control.AlertControl;
import io.spillway.control.ScaleControl;
import io.spillway.control.TrafficControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the package table of `docs/architecture.md`.
class ArchitectureTest {
    private static final String ROOT = "io.spillway.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.spillway");

    /// Which package may import which.
    private static final Map<String, List<String>> TABLE =
            Map.ofEntries(
                    Map.entry("fleet", List.of()),
                    Map.entry("wire", List.of()),
                    Map.entry("history", List.of("fleet")),
                    Map.entry("watch", List.of("fleet", "history")),
                    Map.entry("alarm", List.of("fleet", "history", "watch")),
                    Map.entry("relief", List.of("fleet", "history")),
                    Map.entry("source", List.of("fleet", "wire")),
                    Map.entry("control", List.of("fleet", "wire")),
                    Map.entry("journal", List.of()),
                    Map.entry("action", List.of("fleet", "relief", "control", "journal")),
                    Map.entry("practice", List.of("fleet")),
                    Map.entry(
                            "desk",
                            List.of(
                                    "fleet", "wire", "history", "watch", "alarm", "relief",
                                    "source", "control", "action", "journal")),
                    Map.entry(
                            "ui",
                            List.of(
                                    "desk", "fleet", "history", "watch", "alarm", "relief",
                                    "action")),
                    Map.entry(
                            "app",
                            List.of(
                                    "fleet",
                                    "wire",
                                    "history",
                                    "watch",
                                    "alarm",
                                    "relief",
                                    "source",
                                    "control",
                                    "action",
                                    "journal",
                                    "practice",
                                    "desk",
                                    "ui")));

    /// Of the desk, screens see the Picture and what they may send.
    private static final Set<String> SEEN_BY_SCREENS =
            Set.of(
                    "Picture",
                    "Command",
                    "Consent",
                    "LeaseAct",
                    "PlanRequest",
                    "Relief",
                    "Reply",
                    "Mode",
                    "DeskPort",
                    "Proof");

    static Stream<String> packages() {
        return TABLE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatTheTableAllows(String name) {
        List<String> allowed = new ArrayList<>();
        allowed.add(ROOT + name + "..");
        TABLE.getOrDefault(name, List.of()).forEach(p -> allowed.add(ROOT + p + ".."));
        DescribedPredicate<JavaClass> forbidden =
                resideInAPackage("io.spillway..")
                        .and(
                                DescribedPredicate.not(
                                        resideInAnyPackage(allowed.toArray(String[]::new))));
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(forbidden)
                .check(CLASSES);
    }

    @Test
    void everyPackageStandsInTheTable() {
        Assertions.assertThat(
                        CLASSES.stream()
                                .map(c -> c.getPackageName().substring(ROOT.length()))
                                .map(p -> p.split("\\.")[0])
                                .distinct())
                .allMatch(TABLE::containsKey);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.spillway.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void screensSeeOnlyPicturesAndCommands() {
        DescribedPredicate<JavaClass> inner =
                new DescribedPredicate<>("the desk's inner classes") {
                    @Override
                    public boolean test(JavaClass c) {
                        if (!c.getPackageName().equals(ROOT + "desk")) {
                            return false;
                        }
                        String outer = c.getName().substring(c.getPackageName().length() + 1);
                        return !SEEN_BY_SCREENS.contains(outer.split("\\$")[0]);
                    }
                };
        noClasses()
                .that()
                .resideInAPackage("io.spillway.ui..")
                .should()
                .dependOnClassesThat(inner)
                .check(CLASSES);
    }

    /// What hangs on the wall knows no way to act.
    @Test
    void theWallOnlyLooks() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "ui.wall..")
                .should()
                .transitivelyDependOnClassesThat(actsThroughTheDesk())
                .check(CLASSES);
    }

    /// Nor does its process: no adapter that acts, no socket, no command.
    @Test
    void theWallsProcessHasNothingToActWith() {
        String wall = ROOT + "app.wall..";
        noClasses()
                .that()
                .resideInAPackage(wall)
                .should()
                .transitivelyDependOnClassesThat(adapterThatActs())
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(wall)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "control..")
                .orShould()
                .dependOnClassesThat(actsThroughTheDesk())
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("DeskServer")
                .orShould()
                .callMethod(ROOT + "desk.Desk", "send", ROOT + "desk.Command")
                .orShould()
                .callMethod(ROOT + "desk.RemoteDesk", "send", ROOT + "desk.Command")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> adapterThatActs() {
        return new DescribedPredicate<>("a control adapter") {
            @Override
            public boolean test(JavaClass c) {
                return !c.isInterface()
                        && (c.isAssignableTo(TrafficControl.class)
                                || c.isAssignableTo(AlertControl.class)
                                || c.isAssignableTo(ScaleControl.class));
            }
        };
    }

    private static DescribedPredicate<JavaClass> actsThroughTheDesk() {
        return new DescribedPredicate<>("the desk's commands") {
            @Override
            public boolean test(JavaClass c) {
                return c.getName().equals(ROOT + "desk.DeskPort")
                        || c.getName().startsWith(ROOT + "desk.Command");
            }
        };
    }

    @Test
    void purePackagesDoNoWorkOfTheirOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "fleet..",
                        ROOT + "history..",
                        ROOT + "watch..",
                        ROOT + "alarm..",
                        ROOT + "relief..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..",
                        "java.net..",
                        "java.io..",
                        "java.nio..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "org.slf4j..",
                        "okhttp3..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class, Thread.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheCompositionRootAsksForTheTime() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "app..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.InstantSource.class, "system")
                .check(CLASSES);
    }

    @Test
    void oneClassHandsWorkToTheFxThread() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FxDispatcher")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheCompositionRootEndsTheProgramOrPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "app..")
                .should()
                .callMethod(javafx.application.Platform.class, "exit")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void threadsStartWhereThingsHappen() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "app..",
                        ROOT + "desk..",
                        ROOT + "source..",
                        ROOT + "wire..",
                        ROOT + "practice..",
                        ROOT + "journal..",
                        // The FX thread must not wait for a loudspeaker or for the desktop.
                        ROOT + "ui.sound..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.concurrent.Executors.class, java.util.Timer.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .check(CLASSES);
    }

    @Test
    void noForeignToolkits() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "javafx.scene.web..", "com.sun.javafx..")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("PngWriter")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..")
                .check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void nothingTouchesTheFrontendLimitThatKillsHaproxy() {
        Assertions.assertThat(SourceFiles.main().filter(SourceFiles.contains("maxconn frontend\"")))
                .isEmpty();
    }
}
