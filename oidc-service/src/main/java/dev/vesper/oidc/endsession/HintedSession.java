package dev.vesper.oidc.endsession;

import dev.vesper.proto.admin.v1.Session;
import java.util.List;

/** Where the session of a hint is. */
enum HintedSession {
    NO_HINT,
    /** Active in this browser. */
    HERE,
    /** Active in another browser. */
    ELSEWHERE,
    ENDED,
    /** It is ours, by the hint's signature, but no view has it: it began a moment ago. */
    NOT_SEEN_YET;

    /**
     * Whether the request comes from an app of this browser's session. A session that no view has may have begun anywhere; where
     * others are signed in here, a link with somebody's own fresh hint must not sign them out.
     */
    boolean provesWhoAsks(List<Session> active) {
        return this == HERE || (this == NOT_SEEN_YET && active.isEmpty());
    }

    boolean mayGoOn() {
        return this == HERE || this == ELSEWHERE || this == NOT_SEEN_YET;
    }
}
