package dev.vesper.eventstore.olddata;

import java.time.Duration;
import java.util.Properties;

/** Where the old table and the log stand: both in one database. */
record OldDatabase(String jdbcUrl, String user, String password) {
    /** With a limit for each wait for a lock. */
    String patientUrl(Duration longestWait) {
        return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "options=-c%20lock_timeout=" + longestWait.toMillis();
    }

    Properties credentials() {
        Properties credentials = new Properties();
        if (!user.isEmpty()) {
            credentials.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceAll("\\?.*", "");
    }
}
