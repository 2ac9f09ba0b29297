package dev.vesper.eventstore.write;

import dev.vesper.eventstore.log.Subject;

/** A push was refused because what it stands on has ended. */
public final class SubjectEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Subject subject;
    private final String reason;

    public SubjectEnded(Subject subject, String reason) {
        super(subject.kind() + " " + subject.id() + " has ended: " + reason, null, false, false);
        this.subject = subject;
        this.reason = reason;
    }

    public Subject subject() {
        return subject;
    }

    public String reason() {
        return reason;
    }
}
