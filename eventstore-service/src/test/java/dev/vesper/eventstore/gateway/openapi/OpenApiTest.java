package dev.vesper.eventstore.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vesper.eventstore.gateway.rest.Services;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
    private final JsonNode document = new OpenApi(Services.routes(), ProtoComments.load()).document();

    @Test
    void is_valid_for_a_parser_that_nobody_here_wrote() {
        var parsed = new OpenAPIV3Parser().readContents(document.toString());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(15);
    }

    @Test
    void has_an_operation_for_every_route_and_ids_that_are_unique() {
        var ids = document.findValuesAsText("operationId");

        assertThat(ids).hasSameSizeAs(Services.routes().all());
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void describes_what_the_proto_files_say() {
        var create = document.at("/paths/~1admin~1v1~1projects~1{projectId}~1apps~1oidc/post");

        assertThat(create.at("/operationId").asText()).isEqualTo("AppService_CreateOidcApp");
        assertThat(create.at("/summary").asText()).isEqualTo("Create oidc app");
        assertThat(create.at("/description").asText()).startsWith("Answers the client secret once.");
        assertThat(create.at("/parameters/0/name").asText()).isEqualTo("projectId");
        assertThat(create.at("/parameters/0/in").asText()).isEqualTo("path");
        assertThat(create.at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/CreateOidcAppRequest");
        assertThat(create.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/CreateOidcAppResponse");
        assertThat(create.at("/responses/404/$ref").asText()).isEqualTo("#/components/responses/Failed404");
    }

    @Test
    void schemas_are_those_of_the_json_that_is_spoken() {
        var schemas = document.at("/components/schemas");

        assertThat(schemas.at("/CreateOidcAppRequest/properties").has("projectId"))
                .isFalse();
        assertThat(schemas.at("/CreateOidcAppRequest/properties/redirectUris/items/type")
                        .asText())
                .isEqualTo("string");
        assertThat(schemas.at("/Details/properties/sequence/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/Details/properties/creationDate/format").asText())
                .isEqualTo("date-time");
        assertThat(schemas.at("/AccessTokenType/enum").toString())
                .isEqualTo(
                        "[\"ACCESS_TOKEN_TYPE_UNSPECIFIED\",\"ACCESS_TOKEN_TYPE_BEARER\",\"ACCESS_TOKEN_TYPE_JWT\"]");
        assertThat(schemas.at("/Status/properties/details/type").asText()).isEqualTo("array");
    }

    @Test
    void asks_for_a_bearer_token_everywhere() {
        assertThat(document.at("/security/0").has("bearer")).isTrue();
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
    }
}
