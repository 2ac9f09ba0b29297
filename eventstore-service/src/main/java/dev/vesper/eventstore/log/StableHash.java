package dev.vesper.eventstore.log;

/** A 64-bit hash that is the same in every pod and release: locks, lanes and stored partitions hang on it. */
final class StableHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private StableHash() {}

    static long of(String text) {
        return ofLines(text);
    }

    /**
     * Of the lines joined by line feeds. FNV-1a over the UTF-16 units, then the finalizer of MurmurHash3, because FNV alone leaves
     * the low bits weak.
     */
    static long ofLines(String... lines) {
        long hash = FNV_OFFSET;
        for (int line = 0; line < lines.length; line++) {
            hash = line == 0 ? hash : (hash ^ '\n') * FNV_PRIME;
            for (int i = 0; i < lines[line].length(); i++) {
                hash = (hash ^ lines[line].charAt(i)) * FNV_PRIME;
            }
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
