package dev.vesper.projection.read.webkeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.EncryptedValue;
import dev.vesper.events.WebKeyEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.internal.v1.ListPublicKeysQuery;
import dev.vesper.proto.internal.v1.PublicKey;
import dev.vesper.proto.internal.v1.QueryContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WebKeysTest {
    private final ReadSide readSide = new ReadSide();
    private final WebKeyReader keys = new WebKeyReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void the_active_key_comes_first_and_former_ones_are_still_published() {
        given("k1", added("{\"kid\":\"k1\"}"), new WebKeyEvent.Activated());
        given("k2", added("{\"kid\":\"k2\"}"));
        given("k1", new WebKeyEvent.Deactivated());
        given("k2", new WebKeyEvent.Activated());

        assertThat(list()).extracting(PublicKey::getKeyId).containsExactly("k2", "k1");
        assertThat(list()).extracting(PublicKey::getActive).containsExactly(true, false);
        assertThat(list().getFirst().getPublicJwk()).isEqualTo("{\"kid\":\"k2\"}");
    }

    @Test
    void a_removed_key_is_published_no_more() {
        given("k1", added("{}"), new WebKeyEvent.Activated(), new WebKeyEvent.Deactivated(), new WebKeyEvent.Removed());

        assertThat(list()).isEmpty();
    }

    private static WebKeyEvent added(String publicKey) {
        EncryptedValue sealed = new EncryptedValue(0, "aes-256-gcm", "master", "AAAA");
        return new WebKeyEvent.Added(sealed, publicKey, new WebKeyEvent.Config("RS256", 2048));
    }

    private void given(String keyId, WebKeyEvent... events) {
        for (WebKeyEvent event : events) {
            readSide.history().add(keyId, event);
        }
        readSide.apply();
    }

    private List<PublicKey> list() {
        return keys.list(ListPublicKeysQuery.newBuilder()
                        .setContext(QueryContext.newBuilder().setInstanceId(History.INSTANCE))
                        .build())
                .getKeysList();
    }
}
