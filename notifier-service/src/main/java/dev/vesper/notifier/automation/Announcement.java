package dev.vesper.notifier.automation;

import dev.vesper.events.NotificationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An end and the apps that were in it; maybe none. */
record Announcement(End end, List<Registration> apps) {
    /**
     * One request per app, and a second one for an app that joined just before the end.
     *
     * @param joinedWithin zero: nobody is told again
     */
    List<LogoutRequest> requests(Duration joinedWithin, Duration repeatAfter) {
        List<LogoutRequest> requests = new ArrayList<>();
        for (Registration app : newestPerClient()) {
            requests.add(new LogoutRequest(end, app, NotificationEvent.BACK_CHANNEL_LOGOUT, Duration.ZERO));
            if (app.registeredAt().plus(joinedWithin).isAfter(end.endedAt())) {
                requests.add(new LogoutRequest(end, app, NotificationEvent.BACK_CHANNEL_LOGOUT_AGAIN, repeatAfter));
            }
        }
        return requests;
    }

    private List<Registration> newestPerClient() {
        Map<String, Registration> newest = new LinkedHashMap<>();
        apps.forEach(app -> newest.put(app.clientId(), app));
        return List.copyOf(newest.values());
    }
}
