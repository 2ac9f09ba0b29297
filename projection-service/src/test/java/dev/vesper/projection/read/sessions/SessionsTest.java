package dev.vesper.projection.read.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.SearchSessionsRequest;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SessionsTest {
    private final ReadSide readSide = new ReadSide();
    private final SessionReader sessions = new SessionReader(readSide.queries(), readSide.clock());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_session_shows_its_person_factors_user_agent_and_apps() {
        givenASession("s1", "u1");
        readSide.history().add("o1", grant("s1", "u1", "c1"));
        readSide.history().add("o2", grant("s1", "u1", "c2"));
        readSide.apply();

        Session session = get("s1");

        assertThat(session.getActive()).isTrue();
        assertThat(session.getUserId()).isEqualTo("u1");
        assertThat(session.getFactors().hasPasswordVerifiedAt()).isTrue();
        assertThat(session.getUserAgent().getDescription()).isEqualTo("a browser");
        assertThat(session.getAppsList()).extracting(app -> app.getClientId()).containsExactly("c1", "c2");
        assertThat(session.getBeginPosition())
                .isEqualTo(readSide.history().events().getFirst().position());
    }

    @Test
    void a_terminated_session_says_when_and_why() {
        givenASession("s1", "u1");
        given("s1", new SessionEvent.Terminated(null, "rp"));

        Session session = get("s1");

        assertThat(session.getActive()).isFalse();
        assertThat(session.getEndReason()).isEqualTo("rp");
        assertThat(session.hasEndedAt()).isTrue();
    }

    @Test
    void a_bulk_end_counts_at_once_for_the_sessions_before_it_and_for_no_later_one() {
        givenASession("s1", "u1");
        readSide.history().add("u1", new UserEvent.SessionsEnded("admin"));
        givenASession("s2", "u1");
        givenASession("s3", "u2");

        assertThat(get("s1").getActive()).isFalse();
        assertThat(get("s1").getEndReason()).isEqualTo("admin");
        assertThat(get("s2").getActive()).isTrue();
        assertThat(get("s3").getActive()).isTrue();
    }

    @Test
    void a_session_ends_with_its_lifetime() {
        readSide.clock().pass(Duration.ofSeconds(100));
        givenASession("s1", "u1");
        given("s1", new SessionEvent.LifetimeSet(Duration.ofHours(1)));
        assertThat(get("s1").getActive()).isTrue();

        readSide.clock().pass(Duration.ofHours(2));

        assertThat(get("s1").getActive()).isFalse();
        assertThat(get("s1").getEndReason()).isEqualTo("expired");
        assertThat(search(SearchSessionsRequest.newBuilder().setActive(true))).isEmpty();
    }

    @Test
    void a_search_filters_by_person_user_agent_app_and_activity() {
        givenASession("s1", "u1");
        givenASession("s2", "u2");
        readSide.history().add("o1", grant("s2", "u2", "c1"));
        given("s1", new SessionEvent.Terminated(null, "user"));

        assertThat(search(SearchSessionsRequest.newBuilder())).containsExactly("s2", "s1");
        assertThat(search(SearchSessionsRequest.newBuilder().setUserId("u1"))).containsExactly("s1");
        assertThat(search(SearchSessionsRequest.newBuilder().setUserAgentId("agent of s2")))
                .containsExactly("s2");
        assertThat(search(SearchSessionsRequest.newBuilder().setClientId("c1"))).containsExactly("s2");
        assertThat(search(SearchSessionsRequest.newBuilder().setActive(true))).containsExactly("s2");
        assertThat(search(SearchSessionsRequest.newBuilder().setActive(false))).containsExactly("s1");
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest() {
        for (int i = 0; i < 5; i++) {
            givenASession("s" + i, "u1");
        }
        List<String> all = new ArrayList<>();
        String token = "";
        do {
            SearchSessionsResponse page =
                    page(SearchSessionsRequest.newBuilder().setPageSize(2).setPageToken(token));
            page.getSessionsList().forEach(session -> all.add(session.getSessionId()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(all).containsExactly("s4", "s3", "s2", "s1", "s0");
    }

    @Test
    void a_search_shows_no_more_than_its_asker_may_see() {
        givenASession("s1", "u1");
        givenASession("s2", "u2");

        assertThat(seen(context().toBuilder().setOwnUserId("u1"))).containsExactly("s1");
        assertThat(seen(context().toBuilder().addResourceOwners(History.OWNER))).containsExactly("s2", "s1");
        assertThat(seen(context().toBuilder().addResourceOwners("another"))).isEmpty();
    }

    private List<String> seen(QueryContext.Builder context) {
        return sessions
                .search(SearchSessionsQuery.newBuilder().setContext(context).build())
                .getSessionsList()
                .stream()
                .map(Session::getSessionId)
                .toList();
    }

    @Test
    void an_unknown_session_is_not_found() {
        assertThatThrownBy(() -> get("nobody")).hasMessageContaining("NOT_FOUND");
    }

    private void givenASession(String id, String userId) {
        given(
                id,
                new SessionEvent.Added(new SessionEvent.UserAgent("agent of " + id, "a browser", "192.0.2.1")),
                new SessionEvent.UserChecked(userId, History.OWNER, History.BEGIN),
                new SessionEvent.PasswordChecked(History.BEGIN));
    }

    private void given(String id, SessionEvent... events) {
        for (SessionEvent event : events) {
            readSide.history().add(id, event);
        }
        readSide.apply();
    }

    private static OidcSessionEvent grant(String sessionId, String userId, String clientId) {
        return new OidcSessionEvent.Added(
                userId,
                History.OWNER,
                sessionId,
                clientId,
                "p1",
                "a1",
                List.of(clientId),
                List.of("openid"),
                List.of("pwd"),
                History.BEGIN,
                null,
                "http://localhost:8080");
    }

    private Session get(String id) {
        return sessions.get(GetSessionQuery.newBuilder()
                .setContext(context())
                .setSessionId(id)
                .build());
    }

    private List<String> search(SearchSessionsRequest.Builder request) {
        return page(request).getSessionsList().stream()
                .map(Session::getSessionId)
                .toList();
    }

    private SearchSessionsResponse page(SearchSessionsRequest.Builder request) {
        return sessions.search(SearchSessionsQuery.newBuilder()
                .setContext(context())
                .setRequest(request)
                .build());
    }

    private static QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE).build();
    }
}
