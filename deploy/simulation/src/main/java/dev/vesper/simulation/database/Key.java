package dev.vesper.simulation.database;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A primary key, in the order of an index. */
public record Key(List<Object> parts) implements Comparable<Key> {
    public static Key of(Object... parts) {
        List<Object> same = new ArrayList<>();
        for (Object part : parts) {
            same.add(part instanceof Integer number ? Long.valueOf(number) : part);
        }
        return new Key(same);
    }

    @Override
    public int compareTo(Key other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int order = compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    private static int compare(Object one, Object other) {
        return switch (one) {
            case Long number -> number.compareTo((Long) other);
            case String text -> text.compareTo((String) other);
            case UUID id -> id.compareTo((UUID) other);
            default -> throw new IllegalArgumentException("no key has " + one.getClass());
        };
    }
}
