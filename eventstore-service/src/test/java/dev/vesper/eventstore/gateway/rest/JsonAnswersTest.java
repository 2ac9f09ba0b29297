package dev.vesper.eventstore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.proto.admin.v1.CreateProjectResponse;
import dev.vesper.proto.admin.v1.Details;
import dev.vesper.proto.admin.v1.ListSessionLogoutsResponse;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.SessionLogout;
import org.junit.jupiter.api.Test;

final class JsonAnswersTest {
    private final JsonAnswers json = new JsonAnswers(Services.routes().all());

    @Test
    void names_are_in_camel_case_times_in_rfc_3339_and_long_numbers_in_strings() {
        var created = CreateProjectResponse.newBuilder()
                .setProjectId("p1")
                .setDetails(Details.newBuilder()
                        .setSequence(3)
                        .setCreationDate(Timestamp.newBuilder().setSeconds(1_767_225_600))
                        .setResourceOwner("o1"))
                .build();

        assertThat(json.write(created))
                .isEqualTo("{\"projectId\":\"p1\",\"details\":{\"sequence\":\"3\","
                        + "\"creationDate\":\"2026-01-01T00:00:00Z\",\"resourceOwner\":\"o1\"}}");
    }

    @Test
    void lists_numbers_and_booleans_are_there_even_when_empty_zero_or_false() {
        assertThat(json.write(SearchSessionsResponse.getDefaultInstance())).isEqualTo("{\"sessions\":[]}");
        assertThat(json.write(SearchSessionsResponse.newBuilder()
                        .addSessions(Session.newBuilder().setSessionId("s1"))
                        .build()))
                .isEqualTo(
                        "{\"sessions\":[{\"sessionId\":\"s1\",\"active\":false,\"apps\":[],\"beginPosition\":\"0\"}]}");
        assertThat(json.write(ListSessionLogoutsResponse.newBuilder()
                        .addLogouts(SessionLogout.newBuilder().setState("pending"))
                        .build()))
                .isEqualTo("{\"logouts\":[{\"state\":\"pending\",\"attempts\":0,\"lastStatus\":0}]}");
    }

    @Test
    void a_failure_shows_its_details_unpacked() {
        assertThat(JsonAnswers.write(Failure.of(Code.NOT_FOUND, "APP_NOT_FOUND", "No such app.")
                        .toStatus()))
                .isEqualTo("{\"code\":5,\"message\":\"No such app.\",\"details\":["
                        + "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\","
                        + "\"reason\":\"APP_NOT_FOUND\",\"domain\":\"vesper\"}]}");
    }
}
