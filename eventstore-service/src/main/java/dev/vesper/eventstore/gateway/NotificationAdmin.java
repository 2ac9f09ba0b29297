package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;

import dev.vesper.proto.admin.v1.GetNotificationRequest;
import dev.vesper.proto.admin.v1.GetNotificationResponse;
import dev.vesper.proto.admin.v1.NotificationServiceGrpc;
import dev.vesper.proto.admin.v1.SearchNotificationsRequest;
import dev.vesper.proto.admin.v1.SearchNotificationsResponse;
import dev.vesper.proto.internal.v1.GetNotificationQuery;
import dev.vesper.proto.internal.v1.SearchNotificationsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class NotificationAdmin extends NotificationServiceGrpc.NotificationServiceImplBase {
    private final Queries queries;

    NotificationAdmin(Queries queries) {
        this.queries = queries;
    }

    @Override
    public void searchNotifications(
            SearchNotificationsRequest request, StreamObserver<SearchNotificationsResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchNotificationsQuery.newBuilder()
                .setContext(Queries.context())
                .setRequest(page)
                .build();
        answer(caller, queries.notifications(notifications -> notifications.searchNotifications(query)));
    }

    @Override
    public void getNotification(GetNotificationRequest request, StreamObserver<GetNotificationResponse> caller) {
        var query = GetNotificationQuery.newBuilder()
                .setContext(Queries.context())
                .setNotificationId(request.getNotificationId())
                .build();
        var notification = queries.notifications(notifications -> notifications.getNotification(query));
        answer(
                caller,
                GetNotificationResponse.newBuilder()
                        .setNotification(notification)
                        .build());
    }
}
