package dev.vesper.eventstore.log;

/** A caller's mistake: the query breaks a limit, asks for what cannot be, or would have to look at the whole log. */
public final class InvalidQuery extends LogException {
    private final String field;

    public InvalidQuery(String field, String message) {
        super(field + ": " + message);
        this.field = field;
    }

    /** Name of the field in the query, as {@code log.proto} has it. */
    public String field() {
        return field;
    }
}
