package dev.vesper.eventstore.gateway.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

final class BoundTextTest {
    private final BoundText texts = new BoundText(new byte[32]);
    private final byte[] context = BoundText.digest("method", "instance", "user", ByteString.EMPTY);

    @Test
    void opens_in_its_context_and_nowhere_else() {
        var token = texts.bind("page 2", context);

        assertThat(texts.open(token, context)).contains("page 2");
        assertThat(texts.open(token, BoundText.digest("method", "instance", "other", ByteString.EMPTY)))
                .isEmpty();
        assertThat(new BoundText(new byte[] {1}).open(token, context)).isEmpty();
        assertThat(texts.open("A" + token.substring(1), context)).isEmpty();
        assertThat(texts.open("", context)).isEmpty();
        assertThat(texts.open("!", context)).isEmpty();
    }

    @Test
    void parts_of_a_context_do_not_run_into_each_other() {
        assertThat(BoundText.digest("ab", "c", "", ByteString.EMPTY))
                .isNotEqualTo(BoundText.digest("a", "bc", "", ByteString.EMPTY));
    }
}
