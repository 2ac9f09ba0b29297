package dev.vesper.projection.read.notifications;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.Notification;
import dev.vesper.proto.admin.v1.NotificationAttempt;
import dev.vesper.proto.admin.v1.NotificationTrigger;
import dev.vesper.proto.admin.v1.SearchNotificationsRequest;
import dev.vesper.proto.admin.v1.SearchNotificationsResponse;
import dev.vesper.proto.internal.v1.GetNotificationQuery;
import dev.vesper.proto.internal.v1.SearchNotificationsQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about notifications. */
@Singleton
final class NotificationReader {
    private static final Sql GET = Sql.of(NotificationReader.class, "get_notification");
    private static final Sql LIST_ATTEMPTS = Sql.of(NotificationReader.class, "list_attempts");
    private static final Sql SEARCH = Sql.of(NotificationReader.class, "search_notifications");
    private static final String VIEW = "notifications";

    private final Queries queries;

    @Inject
    NotificationReader(Queries queries) {
        this.queries = queries;
    }

    Notification get(GetNotificationQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        Notification.Builder found = queries.find(GET, instance, query.getNotificationId())
                .map(NotificationReader::notification)
                .orElseThrow(() -> Refusals.notFound("NOTIFICATION_NOT_FOUND", "no such notification"));
        queries.list(LIST_ATTEMPTS, instance, query.getNotificationId())
                .forEach(row -> found.addAttemptList(attempt(row)));
        return found.build();
    }

    SearchNotificationsResponse search(SearchNotificationsQuery query) {
        SearchNotificationsRequest request = query.getRequest();
        Page page = Page.descending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), VIEW);
        Iterable<Row> rows = queries.list(
                SEARCH,
                instance,
                page.date(),
                page.id(),
                page.limit(),
                request.getState(),
                request.getKind(),
                request.getUserId(),
                request.getSessionId());
        SearchNotificationsResponse.Builder answer = SearchNotificationsResponse.newBuilder();
        return answer.addAllNotifications(Rows.page(
                        rows, page, "notification_id", row -> notification(row).build(), answer::setNextPageToken))
                .build();
    }

    private static Notification.Builder notification(Row row) {
        Notification.Builder notification = Notification.newBuilder()
                .setNotificationId(row.getString("notification_id"))
                .setKind(row.getString("kind"))
                .setMessageType(row.getString("message_type"))
                .setState(row.getString("state"))
                .setUserId(Rows.text(row, "user_id"))
                .setSessionId(Rows.text(row, "session_id"))
                .setClientId(Rows.text(row, "client_id"))
                .setTrigger(NotificationTrigger.newBuilder()
                        .setAggregateType(row.getString("trigger_aggregate_type"))
                        .setAggregateId(row.getString("trigger_aggregate_id"))
                        .setEventType(row.getString("trigger_event_type")))
                .setAttempts(row.getInteger("attempts"))
                .setLastStatus(row.getInteger("last_status"))
                .setLastError(Rows.text(row, "last_error"))
                .setCancelReason(Rows.text(row, "cancel_reason"))
                .setDetails(Rows.details(row));
        Rows.time(row, "creation_date", notification::setRequestedAt);
        Rows.time(row, "last_attempt_at", notification::setLastAttemptAt);
        Rows.time(row, "next_attempt_at", notification::setNextAttemptAt);
        Rows.time(row, "finished_at", notification::setFinishedAt);
        return notification;
    }

    private static NotificationAttempt attempt(Row row) {
        return NotificationAttempt.newBuilder()
                .setAttempt(row.getInteger("attempt"))
                .setAt(Rows.time(row.getOffsetDateTime("ended_at")))
                .setStatus(row.getInteger("status"))
                .setError(Rows.text(row, "error"))
                .build();
    }
}
