package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.Written;

/** @param code empty unless the caller asked for it */
public record CodeAnswer(Written written, String code) {

    /** Without the code. */
    @Override
    public String toString() {
        return "CodeAnswer[written=" + written + "]";
    }
}
