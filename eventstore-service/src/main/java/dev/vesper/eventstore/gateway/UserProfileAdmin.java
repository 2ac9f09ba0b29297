package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.eventstore.write.user.human.Profile;
import dev.vesper.eventstore.write.user.human.ProfileCommands;
import dev.vesper.proto.admin.v1.ChangeUserNameRequest;
import dev.vesper.proto.admin.v1.ChangeUserNameResponse;
import dev.vesper.proto.admin.v1.HumanProfile;
import dev.vesper.proto.admin.v1.UpdateProfileRequest;
import dev.vesper.proto.admin.v1.UpdateProfileResponse;
import dev.vesper.proto.admin.v1.UserProfileServiceGrpc;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Set;
import java.util.stream.Collectors;

@GrpcService
final class UserProfileAdmin extends UserProfileServiceGrpc.UserProfileServiceImplBase {
    private final ProfileCommands profiles;
    private final UserCommands users;

    UserProfileAdmin(ProfileCommands profiles, UserCommands users) {
        this.profiles = profiles;
        this.users = users;
    }

    @Override
    public void updateProfile(UpdateProfileRequest request, StreamObserver<UpdateProfileResponse> caller) {
        var profile = request.getProfile();
        var written = profiles.change(
                CurrentAdmin.get(),
                request.getUserId(),
                new Profile(
                        profile.getGivenName(),
                        profile.getFamilyName(),
                        profile.getDisplayName(),
                        profile.getPreferredLanguage()),
                fields(request));
        answer(
                caller,
                UpdateProfileResponse.newBuilder().setDetails(details(written)).build());
    }

    /** Without a mask, the whole. */
    private static Set<String> fields(UpdateProfileRequest request) {
        return request.hasUpdateMask()
                ? Set.copyOf(request.getUpdateMask().getPathsList())
                : HumanProfile.getDescriptor().getFields().stream()
                        .map(FieldDescriptor::getName)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void changeUserName(ChangeUserNameRequest request, StreamObserver<ChangeUserNameResponse> caller) {
        var written = users.changeUserName(CurrentAdmin.get(), request.getUserId(), request.getUserName());
        answer(
                caller,
                ChangeUserNameResponse.newBuilder().setDetails(details(written)).build());
    }
}
