package dev.vesper.eventstore.gateway;

import com.google.protobuf.Duration;
import com.google.rpc.Code;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.internal.InternalServerInterceptor;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.FeatureState;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.admin.v1.Key;
import dev.vesper.proto.admin.v1.ListKeysResponse;
import dev.vesper.proto.admin.v1.ListMachineKeysResponse;
import dev.vesper.proto.admin.v1.ListPatsResponse;
import dev.vesper.proto.admin.v1.ListSessionLogoutsResponse;
import dev.vesper.proto.admin.v1.Notification;
import dev.vesper.proto.admin.v1.Project;
import dev.vesper.proto.admin.v1.ProjectRole;
import dev.vesper.proto.admin.v1.SearchAppsResponse;
import dev.vesper.proto.admin.v1.SearchNotificationsResponse;
import dev.vesper.proto.admin.v1.SearchProjectRolesResponse;
import dev.vesper.proto.admin.v1.SearchProjectsResponse;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.SearchSmsProvidersResponse;
import dev.vesper.proto.admin.v1.SearchSmtpProvidersResponse;
import dev.vesper.proto.admin.v1.SearchUserGrantsResponse;
import dev.vesper.proto.admin.v1.SearchUserMetadataResponse;
import dev.vesper.proto.admin.v1.SearchUsersResponse;
import dev.vesper.proto.admin.v1.SearchWebhooksResponse;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.SessionLogout;
import dev.vesper.proto.admin.v1.SmsProvider;
import dev.vesper.proto.admin.v1.SmtpProvider;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.admin.v1.UserMetadata;
import dev.vesper.proto.admin.v1.Webhook;
import dev.vesper.proto.internal.v1.GetAppQuery;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.GetNotificationQuery;
import dev.vesper.proto.internal.v1.GetProjectQuery;
import dev.vesper.proto.internal.v1.GetProviderQuery;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.GetSystemFeaturesQuery;
import dev.vesper.proto.internal.v1.GetUserMetadataQuery;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc.InstanceQueriesImplBase;
import dev.vesper.proto.internal.v1.ListMachineKeysQuery;
import dev.vesper.proto.internal.v1.ListPatsQuery;
import dev.vesper.proto.internal.v1.ListPublicKeysQuery;
import dev.vesper.proto.internal.v1.ListSessionLogoutsQuery;
import dev.vesper.proto.internal.v1.NotificationQueriesGrpc.NotificationQueriesImplBase;
import dev.vesper.proto.internal.v1.OidcSettings;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc.ProjectQueriesImplBase;
import dev.vesper.proto.internal.v1.ProviderQueriesGrpc.ProviderQueriesImplBase;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchAppsQuery;
import dev.vesper.proto.internal.v1.SearchInstancesQuery;
import dev.vesper.proto.internal.v1.SearchNotificationsQuery;
import dev.vesper.proto.internal.v1.SearchProjectRolesQuery;
import dev.vesper.proto.internal.v1.SearchProjectsQuery;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import dev.vesper.proto.internal.v1.SearchSmsProvidersQuery;
import dev.vesper.proto.internal.v1.SearchSmtpProvidersQuery;
import dev.vesper.proto.internal.v1.SearchUserGrantsQuery;
import dev.vesper.proto.internal.v1.SearchUserMetadataQuery;
import dev.vesper.proto.internal.v1.SearchUsersQuery;
import dev.vesper.proto.internal.v1.SearchWebhooksQuery;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesImplBase;
import dev.vesper.proto.internal.v1.UserPartQueriesGrpc.UserPartQueriesImplBase;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesImplBase;
import dev.vesper.proto.system.v1.SearchInstancesResponse;
import dev.vesper.proto.system.v1.SystemInstance;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Answers queries as projection-service would, out of no view: whatever is asked for exists, unless its id begins with
 * {@code unknown}. What it answers shows which instance and token were sent.
 */
public final class FakeProjection {
    private final Server server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .intercept(new InternalServerInterceptor(new InternalCredentials("only for this test")))
            .addService(new Users())
            .addService(new UserParts())
            .addService(new Providers())
            .addService(new Projects())
            .addService(new FakeOrgs())
            .addService(new Sessions())
            .addService(new Notifications())
            .addService(new Instances())
            .addService(new FakeProjectionAdmin())
            .build();

    /** @return host and port */
    public String start() {
        try {
            return "127.0.0.1:" + server.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        server.shutdownNow();
    }

    static <A> void answer(StreamObserver<A> caller, String id, A answer) {
        if (id.startsWith("unknown")) {
            caller.onError(Failure.of(Code.NOT_FOUND, "NOT_FOUND", "There is no " + id + ".")
                    .toException());
        } else {
            Answers.answer(caller, answer);
        }
    }

    private static String shown(QueryContext context) {
        return context.getInstanceId() + "/" + context.getConsistencyToken();
    }

    private static final class Users extends UserQueriesImplBase {
        @Override
        public void getUser(GetUserQuery query, StreamObserver<User> caller) {
            var user = User.newBuilder().setUserId(query.getUserId()).setUserName(shown(query.getContext()));
            answer(caller, query.getUserId(), user.build());
        }

        @Override
        public void searchUsers(SearchUsersQuery query, StreamObserver<SearchUsersResponse> caller) {
            var page = SearchUsersResponse.newBuilder()
                    .setNextPageToken("after " + query.getRequest().getPageSize());
            Answers.answer(caller, page.build());
        }
    }

    private static final class UserParts extends UserPartQueriesImplBase {
        @Override
        public void listPats(ListPatsQuery query, StreamObserver<ListPatsResponse> caller) {
            Answers.answer(caller, ListPatsResponse.getDefaultInstance());
        }

        @Override
        public void listMachineKeys(ListMachineKeysQuery query, StreamObserver<ListMachineKeysResponse> caller) {
            Answers.answer(caller, ListMachineKeysResponse.getDefaultInstance());
        }

        @Override
        public void getUserMetadata(GetUserMetadataQuery query, StreamObserver<UserMetadata> caller) {
            answer(
                    caller,
                    query.getKey(),
                    UserMetadata.newBuilder().setKey(query.getKey()).build());
        }

        @Override
        public void searchUserMetadata(
                SearchUserMetadataQuery query, StreamObserver<SearchUserMetadataResponse> caller) {
            Answers.answer(caller, SearchUserMetadataResponse.getDefaultInstance());
        }

        @Override
        public void searchUserGrants(SearchUserGrantsQuery query, StreamObserver<SearchUserGrantsResponse> caller) {
            Answers.answer(caller, SearchUserGrantsResponse.getDefaultInstance());
        }
    }

    private static final class Providers extends ProviderQueriesImplBase {
        @Override
        public void getSmtpProvider(GetProviderQuery query, StreamObserver<SmtpProvider> caller) {
            answer(caller, query.getId(), SmtpProvider.getDefaultInstance());
        }

        @Override
        public void searchSmtpProviders(
                SearchSmtpProvidersQuery query, StreamObserver<SearchSmtpProvidersResponse> caller) {
            Answers.answer(caller, SearchSmtpProvidersResponse.getDefaultInstance());
        }

        @Override
        public void getSmsProvider(GetProviderQuery query, StreamObserver<SmsProvider> caller) {
            answer(caller, query.getId(), SmsProvider.getDefaultInstance());
        }

        @Override
        public void searchSmsProviders(
                SearchSmsProvidersQuery query, StreamObserver<SearchSmsProvidersResponse> caller) {
            Answers.answer(caller, SearchSmsProvidersResponse.getDefaultInstance());
        }

        @Override
        public void getWebhook(GetProviderQuery query, StreamObserver<Webhook> caller) {
            answer(caller, query.getId(), Webhook.getDefaultInstance());
        }

        @Override
        public void searchWebhooks(SearchWebhooksQuery query, StreamObserver<SearchWebhooksResponse> caller) {
            Answers.answer(caller, SearchWebhooksResponse.getDefaultInstance());
        }
    }

    private static final class Projects extends ProjectQueriesImplBase {
        @Override
        public void getProject(GetProjectQuery query, StreamObserver<Project> caller) {
            var project = Project.newBuilder().setProjectId(query.getProjectId());
            answer(caller, query.getProjectId(), project.build());
        }

        @Override
        public void searchProjects(SearchProjectsQuery query, StreamObserver<SearchProjectsResponse> caller) {
            Answers.answer(caller, SearchProjectsResponse.getDefaultInstance());
        }

        @Override
        public void searchProjectRoles(
                SearchProjectRolesQuery query, StreamObserver<SearchProjectRolesResponse> caller) {
            var role = ProjectRole.newBuilder()
                    .setProjectId(query.getRequest().getProjectId())
                    .setKey(query.getRequest().getContains());
            Answers.answer(
                    caller,
                    SearchProjectRolesResponse.newBuilder().addRoles(role).build());
        }

        @Override
        public void searchApps(SearchAppsQuery query, StreamObserver<SearchAppsResponse> caller) {
            Answers.answer(caller, SearchAppsResponse.getDefaultInstance());
        }

        @Override
        public void getApp(GetAppQuery query, StreamObserver<App> caller) {
            var app = App.newBuilder().setAppId(query.getAppId()).setProjectId(query.getProjectId());
            answer(caller, query.getAppId(), app.build());
        }
    }

    private static final class Sessions extends SessionQueriesImplBase {
        @Override
        public void getSession(GetSessionQuery query, StreamObserver<Session> caller) {
            var session = Session.newBuilder().setSessionId(query.getSessionId());
            answer(caller, query.getSessionId(), session.build());
        }

        @Override
        public void searchSessions(SearchSessionsQuery query, StreamObserver<SearchSessionsResponse> caller) {
            Answers.answer(caller, SearchSessionsResponse.getDefaultInstance());
        }

        @Override
        public void listSessionLogouts(
                ListSessionLogoutsQuery query, StreamObserver<ListSessionLogoutsResponse> caller) {
            var logouts = ListSessionLogoutsResponse.newBuilder()
                    .addLogouts(SessionLogout.newBuilder().setState("pending"));
            answer(caller, query.getSessionId(), logouts.build());
        }
    }

    private static final class Notifications extends NotificationQueriesImplBase {
        @Override
        public void getNotification(GetNotificationQuery query, StreamObserver<Notification> caller) {
            var notification = Notification.newBuilder().setNotificationId(query.getNotificationId());
            answer(caller, query.getNotificationId(), notification.build());
        }

        @Override
        public void searchNotifications(
                SearchNotificationsQuery query, StreamObserver<SearchNotificationsResponse> caller) {
            var asked = query.getRequest();
            var found = Notification.newBuilder().setState(asked.getState()).setKind(asked.getKind());
            Answers.answer(
                    caller,
                    SearchNotificationsResponse.newBuilder()
                            .addNotifications(found)
                            .build());
        }
    }

    private static final class Instances extends InstanceQueriesImplBase {
        @Override
        public void getSystemInstance(GetInstanceQuery query, StreamObserver<SystemInstance> caller) {
            String id = query.getContext().getInstanceId();
            answer(caller, id, SystemInstance.newBuilder().setInstanceId(id).build());
        }

        @Override
        public void searchInstances(SearchInstancesQuery query, StreamObserver<SearchInstancesResponse> caller) {
            var instance = SystemInstance.newBuilder().setInstanceId("i7");
            Answers.answer(
                    caller,
                    SearchInstancesResponse.newBuilder().addInstances(instance).build());
        }

        @Override
        public void listKeys(ListPublicKeysQuery query, StreamObserver<ListKeysResponse> caller) {
            var key = Key.newBuilder().setKeyId("k7");
            Answers.answer(caller, ListKeysResponse.newBuilder().addKeys(key).build());
        }

        @Override
        public void getInstance(GetInstanceQuery query, StreamObserver<Instance> caller) {
            var instance = Instance.newBuilder()
                    .setInstanceId(query.getContext().getInstanceId())
                    .setOidcSettings(OidcSettings.newBuilder()
                            .setIdTokenLifetime(Duration.newBuilder().setSeconds(60)));
            Answers.answer(caller, instance.build());
        }

        @Override
        public void getInstanceFeatures(GetInstanceFeaturesQuery query, StreamObserver<GetFeaturesResponse> caller) {
            Answers.answer(caller, features("instance"));
        }

        @Override
        public void getSystemFeatures(GetSystemFeaturesQuery query, StreamObserver<GetFeaturesResponse> caller) {
            Answers.answer(caller, features("system"));
        }

        private static GetFeaturesResponse features(String source) {
            return GetFeaturesResponse.newBuilder()
                    .setBackChannelLogout(FeatureState.newBuilder().setSource(source))
                    .build();
        }
    }
}
