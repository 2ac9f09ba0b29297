package dev.vesper.eventstore.log;

/**
 * Which texts may be names in the log. An index holds several of them in one entry, which has a size, and PostgreSQL can
 * store neither NUL nor half a surrogate pair.
 */
final class NameRule {
    private static final int LONGEST_CHARACTER_BYTES = 3;

    private final int maxBytes;

    /** @param maxBytes in UTF-8 */
    NameRule(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** @return what is wrong with it; empty when nothing is */
    String complaint(String text) {
        if (text.length() * LONGEST_CHARACTER_BYTES > maxBytes && utf8Bytes(text) > maxBytes) {
            return "must not be longer than " + maxBytes + " bytes";
        }
        return isText(text) ? "" : "holds a character that is none: NUL or half a surrogate pair";
    }

    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || (Character.isSurrogate(unit) && !isPair(text, i))) {
                return false;
            }
            i += Character.isSurrogate(unit) ? 1 : 0;
        }
        return true;
    }

    /** Without making them: each push asks. */
    static long utf8Bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
            }
        }
        return bytes;
    }

    private static boolean isPair(String text, int high) {
        return high + 1 < text.length() && Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1));
    }
}
