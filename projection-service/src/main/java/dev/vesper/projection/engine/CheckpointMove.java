package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * One step of a checkpoint.
 *
 * @param from where this consumer left it; if it stands elsewhere, another consumer was here
 * @param offset of the next record, or {@link PartitionState#UNKNOWN_OFFSET}
 * @param generation of the rows that this consumer knows; a rebuilt view has another
 */
record CheckpointMove(int partition, Cursor from, Cursor to, long offset, int generation) {
    @Nullable
    Long knownOffset() {
        return offset == PartitionState.UNKNOWN_OFFSET ? null : offset;
    }
}
