package dev.vesper.eventstore.health;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.sql.PooledSql;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Whether PostgreSQL answers, and soon: Quarkus' own checks wait longer than a probe does when it is frozen. */
@Readiness
@Singleton
final class DatabaseAnswers implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseAnswers.class);

    private final Sql sql;

    DatabaseAnswers(Pool pool, EventstoreConfig config) {
        sql = new PooledSql(pool, SqlSource.RESOURCES, config.health().databaseTimeout());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("PostgreSQL answers").status(answers()).build();
    }

    private boolean answers() {
        try {
            return sql.run(Statement.of("health/answer")).size() == 1;
        } catch (RuntimeException e) {
            LOG.warnf("PostgreSQL does not answer, so this pod is not ready until it does: %s", e);
            return false;
        }
    }
}
