package dev.vesper.eventstore.gateway.limits;

import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.gateway.errors.Failure;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/** So many calls per token and per address that one caller cannot take the service from the others. Each pod counts for itself. */
@Singleton
public final class RateLimits {
    private final Buckets tokens;
    private final Buckets addresses;

    RateLimits(EventstoreConfig config, Clock clock) {
        var limits = config.gateway().rateLimit();
        tokens = new Buckets(limits.perToken(), limits.tokenBurst(), limits.tracked(), clock);
        addresses = new Buckets(limits.perAddress(), limits.addressBurst(), limits.tracked(), clock);
    }

    /** @throws io.grpc.StatusRuntimeException RESOURCE_EXHAUSTED, with when to come again */
    public void takeOfAddress(String address) {
        check(addresses.take(address), "This address");
    }

    /** @param authorization the header's value, good or not */
    public void takeOfToken(String authorization) {
        check(tokens.take(sha256(authorization)), "This token");
    }

    private static void check(Duration wait, String who) {
        if (!wait.isZero()) {
            throw Failure.of(Code.RESOURCE_EXHAUSTED, "RATE_LIMITED", who + " asks too often; wait, and ask again.")
                    .with(RetryInfo.newBuilder()
                            .setRetryDelay(Durations.fromNanos(wait.toNanos()))
                            .build())
                    .toException();
        }
    }

    /** Nobody who looks into the memory is to find tokens there. */
    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
