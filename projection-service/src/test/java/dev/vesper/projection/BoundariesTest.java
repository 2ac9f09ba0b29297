package dev.vesper.projection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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
}
