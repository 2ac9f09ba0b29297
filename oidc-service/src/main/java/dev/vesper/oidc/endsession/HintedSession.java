package dev.vesper.oidc.endsession;

/** Where the session of a hint is. */
enum HintedSession {
    NO_HINT,
    /** Active in this browser. */
    HERE,
    /** Active in another browser. */
    ELSEWHERE,
    ENDED,
    /** It is ours, by the hint's signature, but no view has it: it began a moment ago. */
    NOT_SEEN_YET
}
