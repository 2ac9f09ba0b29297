package dev.vesper.eventstore.gateway.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.vesper.events.EncryptedValue;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.schedule.Repeating;
import dev.vesper.eventstore.sql.PooledSql;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import dev.vesper.eventstore.write.AdminCaller;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers requests with an id, and what was answered to them, sealed. */
@Singleton
class RequestStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PURGED_AT_ONCE = 1_000;

    private final Sql sql;
    private final MasterKey masterKey;
    private final Duration kept;
    private final Duration longestTry;
    private final List<Repeating> jobs = new ArrayList<>();

    @Inject
    RequestStore(Pool pool, MasterKey masterKey, EventstoreConfig config) {
        this(
                new PooledSql(pool, SqlSource.RESOURCES, config.eventLog().answerTimeout()),
                masterKey,
                config.gateway().requestsKept(),
                config.gateway().deadline().multipliedBy(2));
    }

    RequestStore(Sql sql, MasterKey masterKey, Duration kept, Duration longestTry) {
        this.sql = sql;
        this.masterKey = masterKey;
        this.kept = kept;
        this.longestTry = longestTry;
    }

    /** What a request with an id comes upon. */
    sealed interface Begun {
        /** @param since when it came for the first time */
        record Now(Instant since) implements Begun {}

        /** The same was answered before. */
        record Answered(ByteString answer) implements Begun {}

        /** The same is being served by somebody. */
        record UnderWay() implements Begun {}

        /** The id was another request's. */
        record Other() implements Begun {}
    }

    void start(@Observes StartupEvent event) {
        jobs.add(Repeating.start("request-purge", kept.dividedBy(24), this::purge));
    }

    @PreDestroy
    void stop() {
        jobs.forEach(Repeating::close);
    }

    static String key(AdminCaller caller, String method, String id) {
        return HexFormat.of()
                .formatHex(BoundText.digest(caller.instanceId() + "/" + caller.userId(), method, id, ByteString.EMPTY));
    }

    Begun begin(String key, Message request) {
        var hash = HexFormat.of().formatHex(BoundText.digest("", "", "", request.toByteString()));
        var begun = first("gateway/begin_request", key, hash, longestTry.toMillis() / 1000.0);
        if (begun != null) {
            return new Begun.Now(begun.getOffsetDateTime("first_at").toInstant());
        }
        var found = first("gateway/find_request", key);
        if (found == null) {
            return new Begun.UnderWay(); // It has just been given up: whoever asks again begins anew.
        }
        if (!found.getString("body_hash").equals(hash)) {
            return new Begun.Other();
        }
        var answer = found.getString("answer");
        return answer == null ? new Begun.UnderWay() : new Begun.Answered(opened(answer, key));
    }

    void answer(String key, Message answer) {
        var plain = Base64.getEncoder().encodeToString(answer.toByteArray());
        sql.run(Statement.of("gateway/answer_request", key, sealed(plain, key)));
    }

    void giveUp(String key) {
        sql.run(Statement.of("gateway/give_up_request", key));
    }

    /** @return how many were removed; each transaction removes a limited number, because a long one holds back readers */
    long purge() {
        long removed = 0;
        int rows;
        do {
            rows = sql.run(Statement.of("gateway/purge_requests", kept.toSeconds(), PURGED_AT_ONCE))
                    .rowCount();
            removed += rows;
        } while (rows == PURGED_AT_ONCE);
        return removed;
    }

    private @Nullable Row first(String statement, @Nullable Object... parameters) {
        var rows = sql.run(Statement.of(statement, parameters)).iterator();
        return rows.hasNext() ? rows.next() : null;
    }

    private String sealed(String plain, String key) {
        try {
            return JSON.writeValueAsString(masterKey.wrap(plain, key));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed value can always be written", e);
        }
    }

    private ByteString opened(String sealed, String key) {
        try {
            var plain = masterKey.unwrap(JSON.readValue(sealed, EncryptedValue.class), key);
            return ByteString.copyFrom(Base64.getDecoder().decode(plain));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was stored of a request is not what we write", e);
        }
    }
}
