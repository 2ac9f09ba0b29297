package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import com.google.protobuf.ByteString;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.user.metadata.MetadataCommands;
import dev.vesper.proto.admin.v1.BulkSetUserMetadataRequest;
import dev.vesper.proto.admin.v1.BulkSetUserMetadataResponse;
import dev.vesper.proto.admin.v1.GetUserMetadataRequest;
import dev.vesper.proto.admin.v1.GetUserMetadataResponse;
import dev.vesper.proto.admin.v1.RemoveUserMetadataRequest;
import dev.vesper.proto.admin.v1.RemoveUserMetadataResponse;
import dev.vesper.proto.admin.v1.SearchUserMetadataRequest;
import dev.vesper.proto.admin.v1.SearchUserMetadataResponse;
import dev.vesper.proto.admin.v1.SetUserMetadataRequest;
import dev.vesper.proto.admin.v1.SetUserMetadataResponse;
import dev.vesper.proto.admin.v1.UserMetadata;
import dev.vesper.proto.admin.v1.UserMetadataServiceGrpc;
import dev.vesper.proto.internal.v1.GetUserMetadataQuery;
import dev.vesper.proto.internal.v1.SearchUserMetadataQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

@GrpcService
final class UserMetadataAdmin extends UserMetadataServiceGrpc.UserMetadataServiceImplBase {
    private final MetadataCommands commands;
    private final Queries queries;

    UserMetadataAdmin(MetadataCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void setUserMetadata(SetUserMetadataRequest request, StreamObserver<SetUserMetadataResponse> caller) {
        var written = commands.set(
                CurrentAdmin.get(), request.getUserId(), Map.of(request.getKey(), text(request.getValue())));
        answer(
                caller,
                SetUserMetadataResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void bulkSetUserMetadata(
            BulkSetUserMetadataRequest request, StreamObserver<BulkSetUserMetadataResponse> caller) {
        var written = commands.set(CurrentAdmin.get(), request.getUserId(), entries(request));
        answer(
                caller,
                BulkSetUserMetadataResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void getUserMetadata(GetUserMetadataRequest request, StreamObserver<GetUserMetadataResponse> caller) {
        var query = GetUserMetadataQuery.newBuilder()
                .setContext(Queries.context())
                .setUserId(request.getUserId())
                .setKey(request.getKey());
        var metadata = queries.userParts(parts -> parts.getUserMetadata(query.build()));
        answer(
                caller,
                GetUserMetadataResponse.newBuilder().setMetadata(metadata).build());
    }

    @Override
    public void searchUserMetadata(
            SearchUserMetadataRequest request, StreamObserver<SearchUserMetadataResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchUserMetadataQuery.newBuilder()
                .setContext(Queries.context())
                .setRequest(page);
        answer(caller, queries.userParts(parts -> parts.searchUserMetadata(query.build())));
    }

    @Override
    public void removeUserMetadata(
            RemoveUserMetadataRequest request, StreamObserver<RemoveUserMetadataResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getUserId(), request.getKey());
        answer(
                caller,
                RemoveUserMetadataResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    private static Map<String, String> entries(BulkSetUserMetadataRequest request) {
        if (request.getMetadataCount() == 0) {
            throw new InvalidRequest("metadata", "must hold an entry");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (UserMetadata each : request.getMetadataList()) {
            if (entries.put(each.getKey(), text(each.getValue())) != null) {
                throw new InvalidRequest("metadata", "must hold each key once");
            }
        }
        return entries;
    }

    private static String text(ByteString value) {
        return Base64.getEncoder().encodeToString(value.toByteArray());
    }
}
