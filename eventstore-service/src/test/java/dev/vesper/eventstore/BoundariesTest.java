package dev.vesper.eventstore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

@AnalyzeClasses(packages = "dev.vesper.eventstore", importOptions = DoNotIncludeTests.class)
final class BoundariesTest {
    @ArchTest
    static final ArchRule THE_SERVICE_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vesper.projection..", "dev.vesper.notifier..", "dev.vesper.oidc..")
            .because("services are deployed and scaled apart, and share the contracts in shared-events only");

    @ArchTest
    static final ArchRule NO_TEST_TOOLS_IN_PRODUCTION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vesper.backing..")
            .because("backing starts databases and brokers for tests; a service finds its own by configuration");

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_NO_DECISION = noClasses()
            .that()
            .resideInAnyPackage(
                    "..eventstore.log..", "..eventstore.relay..", "..eventstore.lease..", "..eventstore.sql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..eventstore.write..", "..eventstore.gateway..", "..eventstore.api..", "..eventstore.automation..")
            .because("what is appended and relayed must not hang on what it means");

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_NO_RELAY = noClasses()
            .that()
            .resideInAPackage("..eventstore.log..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..eventstore.relay..", "org.apache.kafka..")
            .because("a push never waits for the broker");

    @ArchTest
    static final ArchRule COMMANDS_GO_THROUGH_THE_LOG_ALONE = noClasses()
            .that()
            .resideInAPackage("..eventstore.write..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..eventstore.gateway..",
                    "..eventstore.api..",
                    "..eventstore.automation..",
                    "..eventstore.setup..",
                    "..eventstore.relay..",
                    "..eventstore.sql..")
            .because("what is decided hangs on events, not on who asks or on tables beside the log");

    @ArchTest
    static final ArchRule DECIDERS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("..eventstore.write..")
            .and()
            .haveSimpleNameEndingWith("Decider")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..eventstore.log..", "java.util.random..", "java.security..", "io..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("time, ids and randomness arrive in the command, so that a decision can be repeated");
}
