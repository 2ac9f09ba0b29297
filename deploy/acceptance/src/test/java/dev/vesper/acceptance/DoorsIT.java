package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.local.Service;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import dev.vesper.proto.internal.v1.UserQueriesGrpc;
import io.grpc.CallCredentials;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each service shows to operators, and whom it lets in. */
@Order(3)
@ExtendWith(WholeSystem.class)
final class DoorsIT {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void internal_calls_need_the_internal_credential(Vesper vesper) {
        var wrong = new InternalCredentials("not-the-credential-of-this-stack").of(Internal.SERVICE);
        try (var eventstore = vesper.internal(Service.EVENTSTORE);
                var projection = vesper.internal(Service.PROJECTION)) {
            for (var refused : List.<Consumer<CallCredentials>>of(
                    credential -> push(eventstore, credential),
                    credential -> signingKeys(eventstore, credential),
                    credential -> terminate(eventstore, credential),
                    credential -> user(projection, credential))) {
                assertUnauthenticated(() -> refused.accept(Internal.NO_CREDENTIAL));
                assertUnauthenticated(() -> refused.accept(wrong));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void probes_and_metrics_answer(Service service, Vesper vesper) {
        for (var probe : List.of("live", "ready", "started")) {
            var answer = Http.get(vesper.probe(service, probe));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        var metrics = Http.get(vesper.stack().addresses().management(service).resolve("/q/metrics"));
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("\n# TYPE jvm_memory_used_bytes gauge");
        assertThat(metrics.body().lines()).anyMatch(line -> line.matches("vesper_\\w+(\\{.*})? \\S+"));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void logs_are_json_with_time_level_and_message(Service service, Vesper vesper) throws IOException {
        var lines = Files.readAllLines(vesper.stack().data().log(service.module())).stream()
                // The JVM's own warnings come before any logging.
                .filter(line -> !line.matches("(WARNING|OpenJDK|Picked up).*"))
                .map(DoorsIT::json)
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(List.of("timestamp", "level", "message")).allMatch(line::has));
    }

    @Test
    void the_admin_api_refuses_calls_without_a_token(Vesper vesper) {
        var answer = Http.get(URI.create(vesper.stack().addresses().admin() + "/admin/v1/features"));
        assertThat(answer.status()).isEqualTo(401);
    }

    private static void push(Internal internal, CallCredentials credential) {
        var _ = internal.as(credential, EventLogGrpc::newBlockingStub, LIMIT).push(PushRequest.getDefaultInstance());
    }

    private static void signingKeys(Internal internal, CallCredentials credential) {
        var _ = internal.as(credential, KeysGrpc::newBlockingStub, LIMIT)
                .getSigningKeys(GetSigningKeysRequest.getDefaultInstance());
    }

    private static void terminate(Internal internal, CallCredentials credential) {
        var _ = internal.as(credential, SessionCommandsGrpc::newBlockingStub, LIMIT)
                .terminateSession(TerminateSessionRequest.getDefaultInstance());
    }

    private static void user(Internal internal, CallCredentials credential) {
        var _ = internal.as(credential, UserQueriesGrpc::newBlockingStub, LIMIT)
                .getUser(GetUserQuery.getDefaultInstance());
    }

    private static void assertUnauthenticated(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED));
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
