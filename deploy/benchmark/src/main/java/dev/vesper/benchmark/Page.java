package dev.vesper.benchmark;

import java.net.URI;
import org.jsoup.nodes.Document;

/** What a browser shows at the end of its redirects. */
record Page(URI uri, Document document) {
    boolean has(String selector) {
        return document.selectFirst(selector) != null;
    }

    @Override
    public String toString() {
        return "page " + uri + ": " + document.text();
    }
}
