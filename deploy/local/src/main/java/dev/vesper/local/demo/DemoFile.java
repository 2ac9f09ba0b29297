package dev.vesper.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What the demo has registered and must remember: the clients with their secrets, and the user with the password. */
public record DemoFile(String projectId, String userId, String userName, String password, List<DemoClient> clients) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static DemoFile parse(String json) {
        try {
            return JSON.readValue(json, DemoFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a file of the demo", e);
        }
    }

    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings are always JSON", e);
        }
    }

    @Override
    public String toString() {
        return "DemoFile[" + projectId + ", " + userName + ", " + clients + "]";
    }
}
