package dev.vesper.eventstore.log;

/** A caller's mistake: the push breaks a limit or says nothing that can be written. */
public final class InvalidPush extends LogException {
    private final String field;
    private final String complaint;

    public InvalidPush(String field, String message) {
        super(field + ": " + message);
        this.field = field;
        this.complaint = message;
    }

    /** The same, of a push that holds what was looked at as this element. */
    public InvalidPush within(String element) {
        return new InvalidPush(element + "." + field, complaint);
    }

    /** Path of the field in the push, for example {@code appends[0].events}. */
    public String field() {
        return field;
    }
}
