package dev.vesper.eventstore.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent.UserAgent;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.gateway.Actors.Person;
import dev.vesper.eventstore.gateway.auth.AdminMethod;
import dev.vesper.eventstore.gateway.rest.AdminServices;
import dev.vesper.eventstore.gateway.rest.Route;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.write.member.MemberLevel;
import dev.vesper.eventstore.write.session.SignIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who reaches what, over HTTP, for every route that there is. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class BothBordersTest {
    private static final String INSTANCE = "default";
    private static final String DOMAIN = "second.example.com";

    /** What answers an event with commands, and the service itself; either may write meanwhile. */
    private static final Set<String> OWN_CREATORS = Set.of("eventstore", "automation");

    @Inject
    AdminServices services;

    @Inject
    Actors actors;

    @Inject
    SignIn signIn;

    @Inject
    EventLog log;

    @Test
    void an_owner_of_an_organisation_reaches_nothing_of_another() {
        var ours = actors.org(INSTANCE);
        var owner =
                actors.member(MemberLevel.ORG, ours, actors.person(INSTANCE, ours), "ORG_OWNER", "ORG_USER_MANAGER");
        var theirs = idsOf(actors.person(INSTANCE, actors.org(INSTANCE)));

        for (var route : services.routes().all()) {
            var method = AdminMethod.of(route.method());
            if (method.root().isPresent() || !method.permission().endsWith("read")) {
                assertThat(call(as(owner, "localhost"), route, theirs))
                        .as("%s %s", route.httpMethod(), route.path())
                        .isIn(method.root().isPresent() || isFor(owner, method) ? Set.of(403, 404, 400) : Set.of(403));
            }
        }
        as(owner, "localhost").get("/admin/v1/users/" + owner.userId()).then().statusCode(200);
    }

    @Test
    void an_owner_of_an_instance_reaches_nothing_of_another() {
        var other = actors.instance(DOMAIN);
        var owner = actors.member(MemberLevel.INSTANCE, other, actors.person(other, actors.org(other)), "IAM_OWNER");
        var theirs = idsOf(actors.person(INSTANCE, actors.org(INSTANCE)));

        as(owner, "localhost").get("/admin/v1/features").then().statusCode(401);
        as(owner, DOMAIN).get("/admin/v1/features").then().statusCode(200);
        for (var route : services.routes().all()) {
            var method = AdminMethod.of(route.method());
            if (method.root().isPresent() && !method.permission().endsWith("read")) {
                assertThat(call(as(owner, DOMAIN), route, theirs))
                        .as("%s %s", route.httpMethod(), route.path())
                        .isIn(400, 403, 404);
            }
        }
    }

    @Test
    void a_member_who_was_removed_has_nothing_from_the_next_call_on() {
        var org = actors.org(INSTANCE);
        var owner = actors.member(MemberLevel.ORG, org, actors.person(INSTANCE, org), "ORG_OWNER");
        create(owner, "First of " + org).statusCode(200).body("details.resourceOwner", equalTo(org));

        actors.dismiss(MemberLevel.ORG, org, owner);

        create(owner, "Second of " + org).statusCode(403).body("details.reason", hasItem("PERMISSION_DENIED"));
    }

    @Test
    void people_see_and_end_their_own_sessions_and_nothing_else() {
        var ada = actors.person(INSTANCE, actors.org(INSTANCE));
        var grace = actors.person(INSTANCE, ada.orgId());
        var own = session(ada);
        var others = session(grace);

        as(ada, "localhost").get("/admin/v1/sessions/" + own).then().statusCode(200);
        as(ada, "localhost").get("/admin/v1/sessions/" + others).then().statusCode(404);
        as(ada, "localhost").delete("/admin/v1/sessions/" + others).then().statusCode(404);
        as(ada, "localhost").delete("/admin/v1/sessions/" + own).then().statusCode(200);
        as(ada, "localhost")
                .delete("/admin/v1/users/" + grace.userId() + "/sessions")
                .then()
                .statusCode(404);
        as(ada, "localhost").body("{}").post("/admin/v1/sessions:search").then().statusCode(200);
        as(ada, "localhost").get("/admin/v1/users/" + ada.userId()).then().statusCode(403);
        create(ada, "Nothing").statusCode(403);
    }

    @Test
    void only_owners_of_the_system_reach_what_is_above_the_instances() {
        var owner = actors.member(
                MemberLevel.INSTANCE, INSTANCE, actors.person(INSTANCE, actors.org(INSTANCE)), "IAM_OWNER");

        as(owner, "localhost").get("/system/v1/features").then().statusCode(403);
        as(owner, "localhost").get("/admin/v1/projections").then().statusCode(403);
        GatewayTest.admin()
                .get("/admin/v1/projections")
                .then()
                .statusCode(200)
                .body("projections.name", hasItem("apps"));
        GatewayTest.admin()
                .post("/admin/v1/projections/apps:rebuild")
                .then()
                .statusCode(200)
                .body("rebuild.projection", equalTo("apps"));
    }

    @Test
    void whatever_is_written_bears_the_name_of_whoever_asked_for_it() {
        // In an instance of its own, because it turns everything upside down.
        var instance = actors.instance("written.example.com");
        var wrote = 0;
        for (var route : services.routes().all()) {
            var method = AdminMethod.of(route.method());
            if (method.writes() && !method.isOfTheSystem()) {
                var owner = actors.member(
                        MemberLevel.INSTANCE, instance, actors.person(instance, actors.org(instance)), "IAM_OWNER");
                var target = actors.person(instance, actors.org(instance));
                var ids = Map.of("org_id", target.orgId(), "user_id", target.userId());
                var before = newest();
                call(as(owner, "written.example.com"), route, ids, body(route, target.userId()));
                var creators = log.read(LogQuery.builder()
                                .instance(instance)
                                .after(before)
                                .build())
                        .map(RecordedEvent::creator)
                        .filter(creator -> !OWN_CREATORS.contains(creator))
                        .collect(Collectors.toSet());

                assertThat(creators).as(method.name()).isSubsetOf(owner.userId());
                wrote += creators.size();
            }
        }
        assertThat(wrote).isGreaterThan(4);
    }

    private Cursor newest() {
        return log.read(LogQuery.builder().newestFirst().limit(1).build())
                .map(RecordedEvent::cursor)
                .findFirst()
                .orElseThrow();
    }

    /** Names are enough for most; what a method needs besides makes it refuse, and write nothing. */
    private static String body(Route route, String unique) {
        var takesName = route.method().getInputType().findFieldByName("name") != null;
        return takesName
                        && route.takesWholeRequest()
                        && !route.path().variables().contains("name")
                ? "{\"name\": \"" + unique + "\"}"
                : "{}";
    }

    private String session(Person person) {
        var request = new SignIn.Request(
                INSTANCE, person.userId(), Actors.PASSWORD, new UserAgent("browser", "Firefox", null), "");
        return ((SignIn.SignedIn) signIn.signIn(request)).sessionId();
    }

    private static ValidatableResponse create(Person person, String name) {
        return as(person, "localhost")
                .body(Map.of("name", name))
                .post("/admin/v1/projects")
                .then();
    }

    /** What an admin of their own side has made there. */
    private Map<String, String> idsOf(Person person) {
        var project = given().auth()
                .oauth2(AdminToken.read())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Of " + person.userId()))
                .post("/admin/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("projectId");
        return Map.of(
                "org_id", person.orgId(),
                "user_id", person.userId(),
                "project_id", project,
                "session_id", session(person));
    }

    private static int call(RequestSpecification request, Route route, Map<String, String> ids) {
        return call(request, route, ids, "{}");
    }

    private static int call(RequestSpecification request, Route route, Map<String, String> ids, String body) {
        var path = route.path().toString();
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return request.body(body)
                .request(route.httpMethod(), path.replaceAll("\\{[^}]*}", "unknown-1"))
                .statusCode();
    }

    private static boolean isFor(Person owner, AdminMethod method) {
        return !owner.token().isEmpty()
                && List.of("project", "org", "user", "session", "policy", "notification").stream()
                        .anyMatch(method.permission()::startsWith);
    }

    private static RequestSpecification as(Person person, String host) {
        return given().auth()
                .oauth2(person.token())
                .contentType(ContentType.JSON)
                .header("Host", host);
    }
}
