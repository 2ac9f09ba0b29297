package dev.vesper.acceptance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * What a browser shows at the end of its redirects.
 *
 * @param uri where it stands; of another origin than the provider's, a relying party has taken over, and nothing was loaded
 * @param status 0 when nothing was loaded
 */
record Page(URI uri, int status, Document document) {
    static Page left(URI uri) {
        return new Page(uri, 0, new Document(uri.toString()));
    }

    static Page of(URI uri, int status, String html) {
        return new Page(uri, status, Jsoup.parse(html, uri.toString()));
    }

    boolean isAtRelyingParty() {
        return status == 0;
    }

    boolean has(String selector) {
        return document.selectFirst(selector) != null;
    }

    /** Fills one of its forms, as a person does; hidden fields keep what they have. */
    Filled fill(String form, Map<String, String> values) {
        if (!has(form)) {
            throw new AssertionError("no " + form + " on " + this);
        }
        FormElement element = (FormElement) document.expectFirst(form);
        values.forEach(
                (name, value) -> element.expectFirst("input[name=" + name + "]").val(value));
        return new Filled(URI.create(element.absUrl("action")), new ArrayList<>(element.formData()));
    }

    @Override
    public String toString() {
        return "page " + status + " " + uri + ": " + document.text();
    }

    /** A form that is ready to be sent. */
    record Filled(URI action, List<KeyVal> fields) {
        /** Presses a button that has a value of its own. */
        Filled press(String name, String value) {
            fields.add(HttpConnection.KeyVal.create(name, value));
            return this;
        }
    }
}
