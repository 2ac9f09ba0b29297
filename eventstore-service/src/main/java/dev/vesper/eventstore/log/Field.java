package dev.vesper.eventstore.log;

import org.jspecify.annotations.Nullable;

/** Where in a push a text stands. Its name is put together only when something is wrong there, which is seldom. */
record Field(@Nullable Field parent, String name, int index) {
    private static final int NONE = -1;

    static Field of(String name) {
        return new Field(null, name, NONE);
    }

    /** An element of a list of the push itself. */
    static Field of(String list, int index) {
        return new Field(null, list, index);
    }

    Field part(String name) {
        return new Field(this, name, NONE);
    }

    Field part(String list, int element) {
        return new Field(this, list, element);
    }

    @Override
    public String toString() {
        String own = index == NONE ? name : name + "[" + index + "]";
        return parent == null ? own : parent + "." + own;
    }
}
