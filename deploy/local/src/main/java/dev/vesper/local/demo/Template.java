package dev.vesper.local.demo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resource with <code>{{name}}</code> for a text and <code>{{{name}}}</code> for HTML, as Mustache writes them. */
record Template(String resource) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\{?)([a-zA-Z]+)}}}?");

    String fill(Map<String, String> values) {
        return PLACE.matcher(Asset.text(resource)).replaceAll(place -> {
            var value = values.get(place.group(2));
            if (value == null) {
                throw new IllegalArgumentException(resource + " needs " + place.group(2));
            }
            return Matcher.quoteReplacement(place.group(1).isEmpty() ? escape(value) : value);
        });
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
