package dev.vesper.eventstore.write;

import org.jspecify.annotations.Nullable;

/** A caller's mistake. The message is for the caller and names nothing private. */
public final class CommandRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        NOT_FOUND,
        ALREADY_EXISTS,
        INVALID,
        FAILED_PRECONDITION
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;

    private CommandRejected(Kind kind, String code, @Nullable String field, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.field = field;
    }

    public static CommandRejected notFound(String code, String message) {
        return new CommandRejected(Kind.NOT_FOUND, code, null, message);
    }

    public static CommandRejected alreadyExists(String code, String message) {
        return new CommandRejected(Kind.ALREADY_EXISTS, code, null, message);
    }

    /** @param field the path of the bad field as the admin API spells it in JSON, for example {@code email.email} */
    public static CommandRejected invalid(String code, String field, String message) {
        return new CommandRejected(Kind.INVALID, code, field, message);
    }

    public static CommandRejected failedPrecondition(String code, String message) {
        return new CommandRejected(Kind.FAILED_PRECONDITION, code, null, message);
    }

    /** The same of a message that the caller sent as a field of theirs. */
    public CommandRejected within(String path) {
        return field == null ? this : new CommandRejected(kind, code, path + "." + field, publicMessage());
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, for programs: {@code APP_NOT_FOUND}. */
    public String code() {
        return code;
    }

    /** Only of {@link Kind#INVALID}. */
    public @Nullable String field() {
        return field;
    }

    public String publicMessage() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
