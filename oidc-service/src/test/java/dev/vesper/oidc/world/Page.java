package dev.vesper.oidc.world;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser got. */
public record Page(int status, HttpHeaders headers, String body) {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String location() {
        return header("location");
    }

    public boolean isRedirect() {
        return !location().isEmpty();
    }

    /** The parameters of the redirect, decoded. */
    public Map<String, String> redirectParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = URI.create(location()).getRawQuery();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        java.net.URLDecoder.decode(
                                pair.substring(equals + 1), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    public boolean hasForm(String id) {
        return body.contains("<form id=\"" + id + "\"") || body.contains("<form class=\"" + id + "\"");
    }

    /** @param id or class; the first of several */
    public Form form(String id) {
        Matcher form = Pattern.compile(
                        "<form (?:id|class)=\"" + id + "\"[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(body);
        if (!form.find()) {
            throw new AssertionError("no form " + id + " in " + status + " " + location() + "\n" + body);
        }
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(form.group(2));
        while (input.find()) {
            hidden.put(input.group(1), unescape(input.group(2)));
        }
        return new Form(unescape(form.group(1)), hidden);
    }

    /** The text of {@code #error}. */
    public String error() {
        Matcher error =
                Pattern.compile("id=\"error\"[^>]*>(.*?)</p>", Pattern.DOTALL).matcher(body);
        return error.find() ? unescape(error.group(1)) : "";
    }

    private static String unescape(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
