package dev.vesper.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoRegistrationTest {
    private static final List<String> ORIGINS = List.of("http://localhost:8100", "http://localhost:8101");

    private FakeAdminApi api;

    @BeforeEach
    void start() throws IOException {
        api = FakeAdminApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theFirstStartRegistersBothAppsWithTheirLogoutUrisAndAUser() {
        var file = register("token", ORIGINS, Optional.empty());

        assertThat(file.clients()).extracting(DemoClient::name).containsExactly("Alpha", "Beta");
        assertThat(file.clients()).extracting(DemoClient::clientId).containsExactly("client-Alpha", "client-Beta");
        assertThat(api.app("Beta").path("backChannelLogoutUri").asText())
                .isEqualTo("http://localhost:8101/backchannel");
        assertThat(file.userName()).isEqualTo("demo");
        assertThat(file.password()).matches("Vesper-[a-z2-9]{4}-[a-z2-9]{4}-7");
        assertThat(DemoFile.parse(file.json())).isEqualTo(file);
    }

    @Test
    void aLaterStartFindsEverythingAndChangesNothing() {
        var first = register("token", ORIGINS, Optional.empty());
        api.calls.clear();

        assertThat(register("token", ORIGINS, Optional.of(first))).isEqualTo(first);
        assertThat(api.calls).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void otherPortsAreRegisteredAnew() {
        var first = register("token", ORIGINS, Optional.empty());

        var moved = register("token", List.of("http://localhost:9100", "http://localhost:9101"), Optional.of(first));

        assertThat(moved.clients()).extracting(DemoClient::clientSecret).containsExactly("first", "first");
        assertThat(moved.clients().getFirst().origin()).isEqualTo("http://localhost:9100");
        assertThat(api.app("Alpha").path("redirectUris").path(0).asText()).isEqualTo("http://localhost:9100/callback");
    }

    @Test
    void whatWasRegisteredButForgottenIsAdopted() {
        register("token", ORIGINS, Optional.empty());

        var again = register("token", ORIGINS, Optional.empty());

        assertThat(again.clients()).extracting(DemoClient::clientSecret).containsExactly("second", "second");
        assertThat(api.calls).contains("DELETE /admin/v1/users/user-demo");
        assertThat(api.hasUser).isTrue();
    }

    @Test
    void anotherDatabaseIsRegisteredWithFromTheStart() throws IOException {
        var first = register("token", ORIGINS, Optional.empty());
        try (var other = FakeAdminApi.start()) {
            var elsewhere = new DemoRegistration(other.origin(), "token", ORIGINS, new Random(2));

            assertThat(elsewhere.register(Optional.of(first)).clients()).hasSize(2);
            assertThat(other.hasProject).isTrue();
            assertThat(other.hasUser).isTrue();
        }
    }

    @Test
    void aRefusalIsPassedOn() {
        assertThatThrownBy(() -> register("wrong", ORIGINS, Optional.empty()))
                .isInstanceOf(AdminApi.Refusal.class)
                .hasMessageContaining("401");
    }

    private DemoFile register(String token, List<String> origins, Optional<DemoFile> remembered) {
        return new DemoRegistration(api.origin(), token, origins, new Random(1)).register(remembered);
    }
}
