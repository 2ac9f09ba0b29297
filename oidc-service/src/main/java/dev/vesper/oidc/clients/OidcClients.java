package dev.vesper.oidc.clients;

import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc.AuthRequestCommandsBlockingStub;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc.InstanceQueriesBlockingStub;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.KeysGrpc.KeysBlockingStub;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc.ProjectQueriesBlockingStub;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc.SessionCommandsBlockingStub;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesBlockingStub;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc.TokenCommandsBlockingStub;
import dev.vesper.proto.internal.v1.UserQueriesGrpc;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesBlockingStub;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The stubs of all that this service asks: commands go to the write side, queries to the read side. */
@Singleton
final class OidcClients {
    private final Channels channels;

    OidcClients(Channels channels) {
        this.channels = channels;
    }

    @Produces
    @Singleton
    SessionCommandsBlockingStub sessionCommands() {
        return SessionCommandsGrpc.newBlockingStub(channels.eventstore());
    }

    @Produces
    @Singleton
    AuthRequestCommandsBlockingStub authRequestCommands() {
        return AuthRequestCommandsGrpc.newBlockingStub(channels.eventstore());
    }

    @Produces
    @Singleton
    TokenCommandsBlockingStub tokenCommands() {
        return TokenCommandsGrpc.newBlockingStub(channels.eventstore());
    }

    @Produces
    @Singleton
    KeysBlockingStub keys() {
        return KeysGrpc.newBlockingStub(channels.eventstore());
    }

    @Produces
    @Singleton
    UserQueriesBlockingStub userQueries() {
        return UserQueriesGrpc.newBlockingStub(channels.projection());
    }

    @Produces
    @Singleton
    ProjectQueriesBlockingStub projectQueries() {
        return ProjectQueriesGrpc.newBlockingStub(channels.projection());
    }

    @Produces
    @Singleton
    SessionQueriesBlockingStub sessionQueries() {
        return SessionQueriesGrpc.newBlockingStub(channels.projection());
    }

    @Produces
    @Singleton
    InstanceQueriesBlockingStub instanceQueries() {
        return InstanceQueriesGrpc.newBlockingStub(channels.projection());
    }
}
