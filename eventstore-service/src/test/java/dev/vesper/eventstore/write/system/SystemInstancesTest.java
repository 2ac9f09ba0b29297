package dev.vesper.eventstore.write.system;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.session.SignIn;
import dev.vesper.eventstore.write.system.SystemInstanceCommands.InstanceCreated;
import dev.vesper.eventstore.write.system.SystemInstanceCommands.NewInstance;
import dev.vesper.eventstore.write.user.TestUsers;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SystemInstancesTest {
    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final WriteSide side = new WriteSide(log, 3);
    private final SystemInstanceCommands instances = new SystemInstanceHandler(
            side.pipeline,
            side.ids,
            side.tokens,
            side.passwords,
            side.userKeys,
            new SigningKeys(side.masterKey),
            side.masterKey);

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_further_instance_has_people_projects_and_names_of_its_own() {
        InstanceCreated two = create("two", "two.example.com");
        var admin = new AdminCaller(two.instanceId(), two.userId());
        assertThat(side.accessTokens.authenticate(two.token()))
                .hasValueSatisfying(caller -> assertThat(caller.instanceId()).isEqualTo(two.instanceId()));
        assertThat(side.projects.create(admin, "", "Shop").written().owner()).isEqualTo(two.orgId());
        side.projects.create(ADMIN, "", "Shop");
        assertThat(side.newUser("ada")).isNotEmpty();
        assertThat(signIn(two)).isInstanceOf(SignIn.SignedIn.class);
        assertThatThrownBy(() -> side.users.lock(ADMIN, two.userId())).isInstanceOf(CommandRejected.class);
    }

    @Test
    void an_instance_that_could_not_be_set_up_leaves_nothing_behind() {
        create("one", "one.example.com");
        int before = log.events().size();
        assertThatThrownBy(() -> create("two", "one.example.com"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("DOMAIN_TAKEN"));
        assertThatThrownBy(() -> create("two")).isInstanceOf(CommandRejected.class);
        assertThatThrownBy(() -> create(" ", "two.example.com"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("name"));
        assertThat(log.events()).hasSize(before);
    }

    @Test
    void in_a_removed_instance_nobody_signs_in_and_its_domains_are_free() {
        InstanceCreated two = create("two", "two.example.com");
        side.instance.remove(new AdminCaller(two.instanceId(), "system"));
        assertThat(signIn(two)).isInstanceOf(SignIn.WrongCredentials.class);
        assertThat(side.accessTokens.authenticate(two.token())).isEmpty();
        assertThatThrownBy(() -> side.instance.remove(new AdminCaller(two.instanceId(), "system")))
                .isInstanceOf(CommandRejected.class);
        assertThat(create("two", "two.example.com").instanceId()).isNotEqualTo(two.instanceId());
    }

    private InstanceCreated create(String name, String... domains) {
        return instances.create(ADMIN, new NewInstance(name, List.of(domains), "", TestUsers.human("ada"), "en"));
    }

    private SignIn.Result signIn(InstanceCreated instance) {
        return side.signIn.signIn(new SignIn.Request(
                instance.instanceId(), instance.userId(), TestUsers.PASSWORD, WriteSide.BROWSER, ""));
    }
}
