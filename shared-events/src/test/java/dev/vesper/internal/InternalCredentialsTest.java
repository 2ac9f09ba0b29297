package dev.vesper.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.Test;

final class InternalCredentialsTest {
    private static final InternalCredentials CREDENTIALS = new InternalCredentials("a shared credential");

    @Test
    void letsInTheServiceThatItWasMadeFor() {
        assertThat(CREDENTIALS.check(Carried.by(CREDENTIALS.of("notifier")))).isEqualTo(new InternalCaller("notifier"));
    }

    @Test
    void refusesACallerThatOnlyChangedItsName() {
        Metadata metadata = Carried.by(CREDENTIALS.of("notifier"));
        metadata.discardAll(InternalCaller.SERVICE);
        metadata.put(InternalCaller.SERVICE, "oidc");
        assertThatThrownBy(() -> CREDENTIALS.check(metadata)).isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void refusesAWrongCredentialOfACallerThatItKnows() {
        assertThat(CREDENTIALS.check(Carried.by(CREDENTIALS.of("oidc")))).isEqualTo(new InternalCaller("oidc"));
        Metadata other = Carried.by(new InternalCredentials("another credential").of("oidc"));
        assertThatThrownBy(() -> CREDENTIALS.check(other)).isInstanceOf(StatusRuntimeException.class);
        assertThat(CREDENTIALS.check(Carried.by(CREDENTIALS.of("oidc")))).isEqualTo(new InternalCaller("oidc"));
    }

    @Test
    void refusesAnotherCredentialAndNoneAtAll() {
        Metadata other = Carried.by(new InternalCredentials("another credential").of("notifier"));
        assertThatThrownBy(() -> CREDENTIALS.check(other)).isInstanceOf(StatusRuntimeException.class);
        assertThatThrownBy(() -> CREDENTIALS.check(new Metadata())).hasMessageContaining("UNAUTHENTICATED");
    }

    @Test
    void refusesASharedCredentialThatIsTooShort() {
        assertThatThrownBy(() -> new InternalCredentials("short")).hasMessageContaining("vesper.internal.credential");
    }
}
