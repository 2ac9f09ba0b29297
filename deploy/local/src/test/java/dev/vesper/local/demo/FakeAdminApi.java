package dev.vesper.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Keeps what is registered in memory, with names that are taken once used, as Vesper's admin API does. */
final class FakeAdminApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern APP = Pattern.compile("/admin/v1/projects/project-Demo/apps/app-(\\w+)/oidc(:\\w+)?");

    final List<String> calls = new ArrayList<>();
    private final Map<String, JsonNode> apps = new HashMap<>();
    boolean hasProject;
    boolean hasUser;
    private final HttpServer server;

    private FakeAdminApi(HttpServer server) {
        this.server = server;
    }

    static FakeAdminApi start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var api = new FakeAdminApi(server);
        server.createContext("/", api::handle);
        server.start();
        return api;
    }

    /** What was last registered of it. */
    JsonNode app(String name) {
        return apps.getOrDefault(name, JSON.missingNode());
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange call) throws IOException {
        var route = call.getRequestMethod() + " " + call.getRequestURI().getPath();
        calls.add(route);
        var authorized = "Bearer token".equals(call.getRequestHeaders().getFirst("Authorization"));
        var answer = authorized ? answer(route, JSON.readTree(call.getRequestBody())) : "401";
        var isStatus = answer.length() == 3;
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(isStatus ? Integer.parseInt(answer) : 200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** A body, or a status of three digits. */
    private String answer(String route, JsonNode body) {
        return switch (route) {
            case "POST /admin/v1/projects" -> createProject();
            case "POST /admin/v1/projects:search" -> "{\"projects\":[{\"projectId\":\"project-Demo\"}]}";
            case "GET /admin/v1/projects/project-Demo" -> hasProject ? "{}" : "404";
            case "POST /admin/v1/projects/project-Demo/apps/oidc" -> createApp(body);
            case "POST /admin/v1/projects/project-Demo/apps:search" ->
                "{\"apps\":[{\"appId\":\"app-%1$s\",\"clientId\":\"client-%1$s\"}]}"
                        .formatted(body.path("name").asText());
            case "POST /admin/v1/users/human" -> createUser();
            case "POST /admin/v1/users:search" -> "{\"users\":[{\"userId\":\"user-demo\"}]}";
            case "GET /admin/v1/users/user-demo" -> hasUser ? "{}" : "404";
            case "DELETE /admin/v1/users/user-demo" -> deleteUser();
            default -> changeApp(route, body);
        };
    }

    private String createProject() {
        var answer = hasProject ? "409" : "{\"projectId\":\"project-Demo\"}";
        hasProject = true;
        return answer;
    }

    private String createApp(JsonNode body) {
        var name = body.path("name").asText();
        return apps.putIfAbsent(name, body) != null
                ? "409"
                : "{\"appId\":\"app-%1$s\",\"clientId\":\"client-%1$s\",\"clientSecret\":\"first\"}".formatted(name);
    }

    private String createUser() {
        var answer = hasUser ? "409" : "{\"userId\":\"user-demo\"}";
        hasUser = true;
        return answer;
    }

    private String deleteUser() {
        hasUser = false;
        return "{}";
    }

    private String changeApp(String route, JsonNode body) {
        var matcher = APP.matcher(route.substring(route.indexOf('/')));
        if (!matcher.matches()) {
            return "404";
        }
        if (matcher.group(2) == null) {
            apps.put(matcher.group(1), body);
            return "{}";
        }
        return "{\"clientSecret\":\"second\"}";
    }
}
