package dev.vesper.eventstore.write.webkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.EncryptedValue;
import dev.vesper.events.WebKeyEvent;
import dev.vesper.eventstore.crypto.SigningKeys.SigningKey;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import org.junit.jupiter.api.Test;

final class WebKeyDeciderTest {
    private static final DeciderSpec<WebKeyCommand, WebKeyState, WebKeyEvent> KEY =
            new DeciderSpec<>(WebKeyDecider.initialState(), WebKeyDecider::decide, WebKeyDecider::evolve);
    private static final EncryptedValue PRIVATE = new EncryptedValue(0, "aes-256-gcm", "m1", "AAAA");
    private static final WebKeyCommand.Add ADD =
            new WebKeyCommand.Add(new SigningKey(PRIVATE, "{\"kty\":\"RSA\"}", "RS256", 2048));

    @Test
    void a_first_key_is_added_and_signs_at_once() {
        assertThat(WebKeyDecider.begin(ADD))
                .containsExactly(
                        new WebKeyEvent.Added(PRIVATE, "{\"kty\":\"RSA\"}", new WebKeyEvent.Config("RS256", 2048)),
                        new WebKeyEvent.Activated());
    }

    @Test
    void a_key_that_signs_is_not_removed() {
        var active = KEY.given().and(ADD).and(new WebKeyCommand.Activate());
        active.when(new WebKeyCommand.Remove()).rejected(Kind.FAILED_PRECONDITION, "WEB_KEY_ACTIVE");
        active.and(new WebKeyCommand.Deactivate())
                .when(new WebKeyCommand.Remove())
                .then(new WebKeyEvent.Removed());
        active.when(new WebKeyCommand.Activate()).nothing();
    }

    @Test
    void an_unknown_key_is_not_found() {
        KEY.given().when(new WebKeyCommand.Activate()).rejected(Kind.NOT_FOUND, "WEB_KEY_NOT_FOUND");
    }
}
