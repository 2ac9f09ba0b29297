package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.util.List;

/**
 * A query on its way through the log. Each step is one short statement that looks at a limited number of events; where few of
 * them match, the next one goes by a better index, or looks at more.
 */
final class Search {
    private static final int SPARSE = 8;

    /** How many entries of the index by type one statement may touch, roughly. */
    private static final int MAX_ENTRIES = 100_000;

    private final LogQuery query;
    private final QueryShapes shapes;
    private final PageReader pages;
    private final LogConfig config;
    private final Cursor end;
    private QueryShape shape;
    private Cursor place;
    private int look;
    private int left;

    Search(LogQuery query, QueryWindow window, QueryShapes shapes, PageReader pages, LogConfig config) {
        this.query = query;
        this.shapes = shapes;
        this.pages = pages;
        this.config = config;
        this.shape = shapes.first();
        this.place = window.start(query.descending());
        this.end = window.end(query.descending());
        this.left = query.limit() == 0 ? Integer.MAX_VALUE : query.limit();
        this.look = query.isFiltered() ? config.pageEvents() : Math.min(left, config.pageEvents());
    }

    boolean hasMore() {
        return left > 0 && (query.descending() ? place.isAfter(end) : end.isAfter(place));
    }

    List<RecordedEvent> next() {
        int wanted = Math.min(left, config.pageEvents());
        PageReader.Page page = pages.read(shape, place, end, look, wanted);
        List<RecordedEvent> events = page.events();
        left -= events.size();
        boolean isAtEnd = page.seen() < look && events.size() < wanted;
        place = isAtEnd ? end : events.size() == wanted ? events.getLast().cursor() : page.seenUpTo();
        if (hasMore() && page.seen() > (long) events.size() * SPARSE) {
            adapt();
        }
        return events;
    }

    private void adapt() {
        if (shape instanceof QueryShape.Order) {
            shape = shapes.whenSparse().orElse(shape);
        }
        look = Math.clamp(look * 2L, config.pageEvents(), Math.max(config.pageEvents(), longestLook()));
    }

    private int longestLook() {
        return shape instanceof QueryShape.Kinds(List<QueryShape.Kind> kinds)
                ? Math.min(config.scanEvents(), MAX_ENTRIES / Math.max(1, kinds.size()))
                : config.scanEvents();
    }
}
