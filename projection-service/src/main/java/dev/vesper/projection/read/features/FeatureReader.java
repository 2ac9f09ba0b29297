package dev.vesper.projection.read.features;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.FeatureState;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.GetSystemFeaturesQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Answers which features are on, and who says so: the instance before the system, the system before the default. */
@Singleton
public final class FeatureReader {
    private static final Sql LIST = Sql.of(FeatureReader.class, "list_features");
    private static final String SYSTEM = "";
    private static final String VIEW = "features";

    /** Both features are on unless somebody says otherwise. */
    private static final FeatureState DEFAULT =
            FeatureState.newBuilder().setEnabled(true).setSource("default").build();

    private final Queries queries;

    @Inject
    FeatureReader(Queries queries) {
        this.queries = queries;
    }

    public GetFeaturesResponse ofInstance(GetInstanceFeaturesQuery query) {
        return features(queries.instance(query.getContext(), VIEW));
    }

    public GetFeaturesResponse ofSystem(GetSystemFeaturesQuery query) {
        queries.await(query.getConsistencyToken(), VIEW);
        return features(SYSTEM);
    }

    private GetFeaturesResponse features(String instance) {
        Map<String, FeatureState> states = new HashMap<>();
        for (Row row : queries.list(LIST, instance)) {
            boolean ofSystem = row.getString("instance_id").equals(SYSTEM);
            FeatureState state = FeatureState.newBuilder()
                    .setEnabled(row.getBoolean("value"))
                    .setSource(ofSystem ? "system" : "instance")
                    .build();
            states.merge(row.getString("key"), state, (known, found) -> ofSystem ? known : found);
        }
        return GetFeaturesResponse.newBuilder()
                .setBackChannelLogout(states.getOrDefault(FeaturesProjection.BACK_CHANNEL_LOGOUT, DEFAULT))
                .setSingleSessionTermination(
                        states.getOrDefault(FeaturesProjection.SINGLE_SESSION_TERMINATION, DEFAULT))
                .build();
    }
}
