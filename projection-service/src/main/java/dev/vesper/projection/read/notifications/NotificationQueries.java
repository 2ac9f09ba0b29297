package dev.vesper.projection.read.notifications;

import dev.vesper.projection.answer.Queries;
import dev.vesper.proto.admin.v1.Notification;
import dev.vesper.proto.admin.v1.SearchNotificationsResponse;
import dev.vesper.proto.internal.v1.GetNotificationQuery;
import dev.vesper.proto.internal.v1.NotificationQueriesGrpc.NotificationQueriesImplBase;
import dev.vesper.proto.internal.v1.SearchNotificationsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class NotificationQueries extends NotificationQueriesImplBase {
    private final NotificationReader notifications;

    @Inject
    NotificationQueries(NotificationReader notifications) {
        this.notifications = notifications;
    }

    @Override
    public void getNotification(GetNotificationQuery query, StreamObserver<Notification> answer) {
        Queries.answer(answer, () -> notifications.get(query));
    }

    @Override
    public void searchNotifications(
            SearchNotificationsQuery query, StreamObserver<SearchNotificationsResponse> answer) {
        Queries.answer(answer, () -> notifications.search(query));
    }
}
