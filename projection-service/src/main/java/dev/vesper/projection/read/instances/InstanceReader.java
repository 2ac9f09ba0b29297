package dev.vesper.projection.read.instances;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.internal.v1.GetInstanceByHostQuery;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.LockoutPolicy;
import dev.vesper.proto.internal.v1.OidcSettings;
import io.grpc.StatusRuntimeException;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about instances. */
@Singleton
public final class InstanceReader {
    private static final Sql GET = Sql.of(InstanceReader.class, "get_instance");
    private static final Sql GET_BY_HOST = Sql.of(InstanceReader.class, "get_instance_by_host");

    private final Queries queries;

    @Inject
    InstanceReader(Queries queries) {
        this.queries = queries;
    }

    public Instance get(GetInstanceQuery query) {
        String instance = queries.instance(query.getContext(), "instances");
        return queries.find(GET, instance)
                .map(row -> instance(row).toBuilder()
                        .setPrimaryDomain(Rows.text(row, "primary_domain"))
                        .build())
                .orElseThrow(InstanceReader::notFound);
    }

    public Instance getByHost(GetInstanceByHostQuery query) {
        return queries.find(GET_BY_HOST, query.getHost())
                .map(InstanceReader::instance)
                .orElseThrow(InstanceReader::notFound);
    }

    private static Instance instance(Row row) {
        Instance.Builder instance = Instance.newBuilder()
                .setInstanceId(row.getString("instance_id"))
                .setName(row.getString("name"))
                .addAllDomains(Rows.texts(row, "domains"))
                .setDefaultOrgId(Rows.text(row, "default_org_id"))
                .setDefaultLanguage(Rows.text(row, "default_language"))
                .setOidcSettings(settings(row))
                .setPosition(row.getLong("position"));
        Integer attempts = row.getInteger("max_password_attempts");
        if (attempts != null) {
            instance.setLockoutPolicy(LockoutPolicy.newBuilder().setMaxPasswordAttempts(attempts));
        }
        return instance.build();
    }

    private static OidcSettings settings(Row row) {
        OidcSettings.Builder settings = OidcSettings.newBuilder();
        Rows.duration(row, "access_token_lifetime_ms", settings::setAccessTokenLifetime);
        Rows.duration(row, "id_token_lifetime_ms", settings::setIdTokenLifetime);
        Rows.duration(row, "refresh_token_idle_expiration_ms", settings::setRefreshTokenIdleExpiration);
        Rows.duration(row, "refresh_token_expiration_ms", settings::setRefreshTokenExpiration);
        return settings.build();
    }

    private static StatusRuntimeException notFound() {
        return Refusals.notFound("INSTANCE_NOT_FOUND", "no such instance");
    }
}
