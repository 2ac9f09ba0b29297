package dev.vesper.oidc.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** JSON answers that nobody may keep. */
public final class Json {
    private Json() {}

    public static Response answer(Map<String, Object> members) {
        return Response.ok(JSONObjectUtils.toJSONString(members), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .build();
    }
}
