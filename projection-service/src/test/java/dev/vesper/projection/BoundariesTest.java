package dev.vesper.projection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.vesper.projection", importOptions = DoNotIncludeTests.class)
final class BoundariesTest {
    @ArchTest
    static final ArchRule THE_SERVICE_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vesper.eventstore..", "dev.vesper.notifier..", "dev.vesper.oidc..")
            .because("services are deployed and scaled apart, and share the contracts in shared-events only");

    @ArchTest
    static final ArchRule NO_TEST_TOOLS_IN_PRODUCTION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vesper.backing..")
            .because("backing starts databases and brokers for tests; a service finds its own by configuration");

    @ArchTest
    static final ArchRule VIEWS_KNOW_NOTHING_OF_EACH_OTHER = slices().matching("dev.vesper.projection.read.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a view is added and removed as one folder; what a query joins, it joins in its SQL");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_VIEW = noClasses()
            .that()
            .resideInAnyPackage("..engine..", "..database..", "..setup..", "..answer..", "..rebuild..", "..operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..projection.read..", "..projection.service..")
            .because("views plug into the engine, so that adding one changes nothing else");

    @ArchTest
    static final ArchRule THE_ENGINE_NEEDS_NO_CONTAINER = noClasses()
            .that()
            .resideInAnyPackage("..engine..", "..database..", "..setup..", "..answer..", "..rebuild..", "..operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..")
            .because("its tests put it together by hand, on a real database and broker");
}
