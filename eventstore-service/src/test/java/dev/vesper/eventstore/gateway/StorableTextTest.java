package dev.vesper.eventstore.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.proto.admin.v1.CreateHumanUserRequest;
import dev.vesper.proto.admin.v1.CreateOidcAppRequest;
import dev.vesper.proto.admin.v1.HumanProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StorableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "\udc00x"})
    void refuses_characters_that_the_log_cannot_hold_wherever_they_stand(String text) {
        var nested = CreateHumanUserRequest.newBuilder()
                .setProfile(HumanProfile.newBuilder().setGivenName(text))
                .build();
        var listed = CreateOidcAppRequest.newBuilder()
                .addRedirectUris("https://a")
                .addRedirectUris(text)
                .build();

        assertThatThrownBy(() -> StorableText.check(nested, "")).hasMessageStartingWith("profile.givenName holds");
        assertThatThrownBy(() -> StorableText.check(listed, "")).hasMessageStartingWith("redirectUris[1] holds");
    }

    @Test
    void takes_every_other_text() {
        var request = CreateHumanUserRequest.newBuilder()
                .setUserName("Ada \ud83d\ude00\n\t\u00fc")
                .build();

        assertThatCode(() -> StorableText.check(request, "")).doesNotThrowAnyException();
    }
}
