package dev.vesper.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.vesper.notifier", importOptions = DoNotIncludeTests.class)
final class BoundariesTest {
    @ArchTest
    static final ArchRule THE_SERVICE_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vesper.eventstore..", "dev.vesper.projection..", "dev.vesper.oidc..")
            .because("services are deployed and scaled apart, and share the contracts in shared-events only");

    @ArchTest
    static final ArchRule NO_TEST_TOOLS_IN_PRODUCTION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vesper.backing..")
            .because("backing starts databases and brokers for tests; a service finds its own by configuration");

    @ArchTest
    static final ArchRule ONE_WAY_OUT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.vesper.notifier.egress")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.core.http..", "io.vertx.core.net..", "java.net.http..")
            .because("what calls third parties by another client escapes the guard on private addresses");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = noClasses()
            .that()
            .doNotHaveSimpleName("NotifierService")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test that cannot set the clock can only wait");
}
