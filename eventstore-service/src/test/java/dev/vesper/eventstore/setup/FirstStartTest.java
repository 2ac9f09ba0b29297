package dev.vesper.eventstore.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.crypto.TestKeys;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.eventstore.setup.FirstStart.Wish;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.session.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstStartTest {
    private static final MasterKey MASTER_KEY =
            new MasterKey(Base64.getEncoder().encodeToString(new byte[32]));

    private final TestLogs logs = TestLogs.create();
    private final List<WriteSide> pods = new ArrayList<>();

    @TempDir
    Path data;

    @AfterEach
    void close() {
        pods.forEach(WriteSide::close);
        logs.close();
    }

    @Test
    void an_empty_log_gets_an_instance_an_admin_who_can_sign_in_and_a_token() throws IOException {
        WriteSide pod = pod(1);
        start(pod, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty()));
        AdminCaller admin = pod.accessTokens.authenticate(read("admin.token")).orElseThrow();
        assertThat(admin.instanceId()).isEqualTo("default");
        assertThat(pod.signIn(admin.userId(), read("admin.password"))).isInstanceOf(SignIn.SignedIn.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("admin.token"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("admin.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_start_changes_nothing_but_adds_a_new_public_host() throws IOException {
        WriteSide pod = pod(1);
        start(pod, Optional.of(data)).run(wish(List.of("localhost"), Optional.of("my password")));
        String token = read("admin.token");
        assertThat(read("admin.password")).isEqualTo("my password");
        int events = types().size();
        start(pod, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty()));
        assertThat(types()).hasSize(events);
        start(pod, Optional.of(data)).run(wish(List.of("localhost", "id.example.com"), Optional.empty()));
        assertThat(types()).hasSize(events + 1).last().isEqualTo("instance.domain.added");
        assertThat(read("admin.token")).isEqualTo(token);
    }

    @Test
    void of_two_starts_at_once_one_is_written_and_both_go_on() throws Exception {
        WriteSide one = pod(1);
        WriteSide other = pod(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(
                    () -> start(one, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty())));
            var second = threads.submit(
                    () -> start(other, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty())));
            first.get(20, TimeUnit.SECONDS);
            second.get(20, TimeUnit.SECONDS);
        }
        assertThat(types()).containsOnlyOnce("instance.added", "org.added", "web_key.added", "user.human.added");
        AdminCaller admin = one.accessTokens.authenticate(read("admin.token")).orElseThrow();
        assertThat(one.signIn(admin.userId(), read("admin.password"))).isInstanceOf(SignIn.SignedIn.class);
        start(one, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty()));
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_crash_between_the_push_and_the_files_loses_nothing() throws IOException {
        WriteSide pod = pod(1);
        start(pod, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty()));
        Files.move(data.resolve("admin.token"), data.resolve("admin.token.abc.pending"));
        Files.move(data.resolve("admin.password"), data.resolve("admin.password.abc.pending"));
        Files.writeString(data.resolve("admin.token.def.pending"), "of a start that was not written");
        start(pod, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty()));
        assertThat(pod.accessTokens.authenticate(read("admin.token"))).isPresent();
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_password_that_would_be_written_nowhere_is_refused() {
        var start = start(pod(1), Optional.empty());
        assertThatThrownBy(() -> start.run(wish(List.of("localhost"), Optional.empty())))
                .hasMessageContaining("vesper.admin.password");
        assertThat(types()).isEmpty();
    }

    @Test
    void domains_that_came_with_another_systems_log_stay_where_they_are() throws IOException {
        logs.log()
                .push(Given.push(new AggregateId("theirs", "instance", "theirs"))
                        .constraining(taken("localhost"), taken("id.example.com")));
        WriteSide pod = pod(1);
        assertThatThrownBy(() -> start(pod, Optional.of(data)).run(wish(List.of("localhost"), Optional.empty())))
                .hasMessageContaining("vesper.oidc.external-urls");
        Wish wish = wish(List.of("localhost", "127.0.0.1", "id.example.com"), Optional.empty());

        start(pod, Optional.of(data)).run(wish);
        start(pod, Optional.of(data)).run(wish);

        assertThat(pod.accessTokens.authenticate(read("admin.token"))).isPresent();
        assertThat(types()).containsOnlyOnce("instance.added", "instance.domain.added");
    }

    private static UniqueConstraint taken(String domain) {
        return new UniqueConstraint.Add(UniqueConstraint.GLOBAL, "instance_domain", domain, "TAKEN");
    }

    private WriteSide pod(long seed) {
        WriteSide pod = new WriteSide(logs.log(), TestKeys.userKeys(logs.sql(), MASTER_KEY, new Random(seed)), seed);
        pods.add(pod);
        return pod;
    }

    private static FirstStart start(WriteSide pod, Optional<Path> directory) {
        return new FirstStart(
                new InstanceSetup(pod.pipeline, pod.masterKey),
                new AdminSecrets(pod.passwords, pod.tokens, pod.userKeys, directory.map(AdminFiles::new)),
                pod.accessTokens,
                new SigningKeys(pod.masterKey),
                pod.ids);
    }

    private static Wish wish(List<String> domains, Optional<String> password) {
        return new Wish(domains, "Default", 10, password, "RS256");
    }

    private List<String> types() {
        return logs.log()
                .read(LogQuery.builder().build())
                .map(RecordedEvent::type)
                .toList();
    }

    private String read(String file) throws IOException {
        return Files.readString(data.resolve(file)).strip();
    }
}
