package dev.vesper.oidc.world;

import com.google.protobuf.Timestamp;
import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.SessionLogout;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.EndUserSessionsRequest;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The facts that the fakes share. Every fake locks it for the length of a call. */
public final class World {
    public static final String INSTANCE = "instance-1";
    public static final int LOCKED_AFTER = 5;

    public final Map<String, Account> accounts = new LinkedHashMap<>();
    public final Map<String, Registration> registrations = new LinkedHashMap<>();
    public final Map<String, Session> sessions = new LinkedHashMap<>();
    public final Map<String, StoredRequest> requests = new HashMap<>();
    public final Map<String, OidcSession> oidcSessions = new HashMap<>();
    public final List<TerminateSessionRequest> terminations = new ArrayList<>();
    public final List<EndUserSessionsRequest> endsEverywhere = new ArrayList<>();

    /** What the views do not show yet, by id: sessions and OIDC sessions. */
    public final Set<String> unseen = new HashSet<>();

    /** What became of the logouts, by session. */
    final Map<String, List<SessionLogout>> logouts = new HashMap<>();

    /** How many positions the views are behind. */
    public long viewLag;

    public boolean singleSessionTermination;

    /** As if every session had ended a moment ago, and no view knew. */
    public boolean refuseCodes;

    public int viewTokenQuestions;
    public int logTokenQuestions;

    private long position = 100;

    public record Account(User user, String password, int failures) {
        Account withFailures(int count) {
            return new Account(user, password, count);
        }
    }

    public record Registration(App app, String secret, boolean removed) {}

    public record StoredRequest(AuthRequest request, String sessionId, String code, String state) {}

    public synchronized void reset() {
        accounts.clear();
        registrations.clear();
        sessions.clear();
        requests.clear();
        oidcSessions.clear();
        terminations.clear();
        endsEverywhere.clear();
        logouts.clear();
        unseen.clear();
        singleSessionTermination = false;
        viewLag = 0;
        refuseCodes = false;
        Fixtures.fill(this);
    }

    /** What becomes of one app's logout. */
    public synchronized void became(String sessionId, SessionLogout logout) {
        logouts.put(sessionId, List.of(logout));
    }

    public synchronized long position() {
        return position;
    }

    synchronized long nextPosition() {
        return ++position;
    }

    synchronized String consistencyToken() {
        return new ConsistencyToken(Map.of(3, new Cursor(position, 0))).encode();
    }

    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static Timestamp now() {
        return timestamp(Instant.now());
    }

    public static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
