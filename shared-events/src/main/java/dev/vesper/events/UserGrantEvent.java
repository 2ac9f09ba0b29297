package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Roles of projects that a user has. Aggregate {@code user}: what a user may goes when the user goes. */
public sealed interface UserGrantEvent extends Event {

    record Added(
            @JsonProperty("grantID") String grantId,
            @JsonProperty("projectID") String projectId,
            List<String> roleKeys) implements UserGrantEvent {}

    /** Carries all roles. */
    record Changed(@JsonProperty("grantID") String grantId, List<String> roleKeys) implements UserGrantEvent {}

    record Removed(@JsonProperty("grantID") String grantId) implements UserGrantEvent {}
}
