package dev.vesper.eventstore.gateway.errors;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A request that cannot be read as what its method takes; names each bad field. */
public final class InvalidRequest extends RuntimeException {
    private final List<Violation> violations;

    public InvalidRequest(List<Violation> violations) {
        super(violations.stream().map(Violation::sentence).collect(joining("; ")), null, false, false);
        this.violations = List.copyOf(violations);
    }

    public InvalidRequest(String field, String problem) {
        this(List.of(new Violation(field, problem)));
    }

    List<Violation> violations() {
        return violations;
    }

    /**
     * @param field its path in JSON spelling, {@code redirectUris[1]}; empty for the body as a whole
     * @param problem continues a sentence that began with the field
     */
    public record Violation(String field, String problem) {
        String sentence() {
            return field.isEmpty() ? problem : field + " " + problem;
        }
    }
}
