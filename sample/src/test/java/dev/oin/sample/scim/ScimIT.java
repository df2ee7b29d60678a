package dev.oin.sample.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.sample.Browser;
import dev.oin.sample.RunningSample;
import dev.oin.sample.people.People;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScimIT {

    private static final String JANE = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"jane@acme.example",
             "name":{"givenName":"Jane","familyName":"Doe"},"displayName":"Jane Doe","active":true,"locale":"en-US",
             "externalId":"x1","groups":[],"password":"s3cret!","emails":[{"primary":true,"value":"jane@acme.example","type":"work"}]}""";

    @TempDir
    static Path data;

    private static RunningSample sample;
    private final Browser client = new Browser();

    @BeforeAll
    static void start() {
        sample = new RunningSample(data);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @BeforeEach
    void connect() {
        assertThat(sample.setUp("{\"scim\":{\"token\":\"t0ken\"},\"weaknesses\":[]}")
                        .statusCode())
                .isEqualTo(200);
        sample.bean(People.class).reset();
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, body, "Bearer t0ken");
    }

    private HttpResponse<String> call(String method, String path, String body, String authorization) {
        return client.send(HttpRequest.newBuilder(URI.create(sample.addresses().scim() + path))
                .header("Authorization", authorization)
                .header("Accept", "application/scim+json")
                .header("Content-Type", "application/scim+json; charset=utf-8")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String filter(String filter) {
        return "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    private static String patch(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }

    @Test
    void creates_finds_updates_deactivates_and_reactivates_a_user() throws Exception {
        HttpResponse<String> created = call("POST", "/Users", JANE);
        String id = json(created).path("id").asText();

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location"))
                .hasValue(sample.addresses().scim() + "/Users/" + id);
        assertThat(created.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/scim+json");
        assertThat(json(created).has("password")).isFalse();
        assertThat(call("POST", "/Users", JANE.replace("jane@", "JANE@")).statusCode())
                .isEqualTo(409);
        assertThat(json(call("GET", "/Users" + filter("userName eq \"JANE@ACME.EXAMPLE\""), ""))
                        .path("totalResults"))
                .hasToString("1");

        call("PUT", "/Users/" + id, JANE.replace("\"Jane\"", "\"Joan\""));
        assertThat(json(call("GET", "/Users/" + id, "")).at("/name/givenName").asText())
                .isEqualTo("Joan");
        call("PATCH", "/Users/" + id, patch("{\"op\":\"replace\",\"value\":{\"active\":false}}"));
        assertThat(json(call("GET", "/Users/" + id, "")).path("active").asBoolean())
                .isFalse();
        call("PATCH", "/Users/" + id, patch("{\"op\":\"replace\",\"value\":{\"active\":true}}"));
        assertThat(json(call("GET", "/Users/" + id, "")).path("active").asBoolean())
                .isTrue();
        assertThat(call("DELETE", "/Users/" + id, "").statusCode()).isEqualTo(204);
        assertThat(call("GET", "/Users/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void answers_errors_in_scims_words() throws Exception {
        HttpResponse<String> stranger = call("GET", "/Users", "", "non-token");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(json(stranger).path("status")).hasToString("\"401\"");
        assertThat(json(stranger).path("detail").asText()).isNotEmpty();

        assertThat(call("GET", "/Nothing", "").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/Users/x", "{}").statusCode()).isEqualTo(405);
        assertThat(json(call("POST", "/Users", "{")).path("scimType").asText()).isEqualTo("invalidSyntax");
        assertThat(json(call("GET", "/Users" + filter("userName eq"), ""))
                        .path("scimType")
                        .asText())
                .isEqualTo("invalidFilter");
        assertThat(call("GET", "/Users?count=x", "").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/Users/a%2Fb", "").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/Users", "", "t0ken").statusCode()).isEqualTo(200);
    }

    @Test
    void keeps_groups_and_their_members() throws Exception {
        String id = json(call("POST", "/Users", JANE)).path("id").asText();
        HttpResponse<String> created = call(
                "POST",
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Sales\",\"members\":[{\"value\":\""
                        + id + "\"},{\"value\":\"" + id + "\"}]}");
        String group = json(created).path("id").asText();

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).path("members")).hasSize(1);
        assertThat(json(call("GET", "/Users/" + id, "")).at("/groups/0/display").asText())
                .isEqualTo("Sales");
        call(
                "PATCH",
                "/Groups/" + group,
                patch("{\"op\":\"replace\",\"value\":{\"id\":\"" + group + "\",\"displayName\":\"Sales West\"}},"
                        + "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}"));
        JsonNode changed = json(call("GET", "/Groups" + filter("displayName eq \"Sales West\""), ""));
        assertThat(changed.path("totalResults").asInt()).isEqualTo(1);
        assertThat(changed.at("/Resources/0/members")).isEmpty();
    }

    @Test
    void offers_roles_licenses_and_sites_and_keeps_to_them() throws Exception {
        JsonNode types = json(call("GET", "/ResourceTypes", "")).path("Resources");
        assertThat(types.findValuesAsText("endpoint"))
                .containsExactly("/Users", "/Groups", "/Roles", "/Licenses", "/Sites");
        JsonNode sites = json(call("GET", "/Sites?count=100&startIndex=101", ""));
        assertThat(sites.path("totalResults").asInt()).isEqualTo(120);
        assertThat(sites.path("Resources")).hasSize(20);
        String id = json(call("POST", "/Users", JANE)).path("id").asText();

        JsonNode given = json(call("PATCH", "/Users/" + id, patch(give("roles", "payroll"))));

        assertThat(given.at("/roles/0/value").asText()).isEqualTo("payroll");
        assertThat(json(call("PATCH", "/Users/" + id, patch(give("roles", "no-such-role"))))
                        .path("scimType")
                        .asText())
                .isEqualTo("invalidValue");
        assertThat(call(
                                "PATCH",
                                "/Users/" + id,
                                patch(give("entitlements", "basic") + ',' + give("entitlements", "plus")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/Roles", JANE).statusCode()).isEqualTo(501);
    }

    private static String give(String attribute, String value) {
        return "{\"op\":\"add\",\"path\":\"" + attribute + "\",\"value\":[{\"value\":\"" + value + "\"}]}";
    }

    @Test
    void changes_nothing_when_one_operation_fails() throws Exception {
        String id = json(call("POST", "/Users", JANE)).path("id").asText();

        HttpResponse<String> answer = call(
                "PATCH",
                "/Users/" + id,
                patch("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"},{\"op\":\"remove\"}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(call("GET", "/Users/" + id, "")).has("title")).isFalse();
    }

    @Test
    void shows_a_weakness_only_while_it_is_on() throws Exception {
        assertThat(json(call("GET", "/Users", "")).path("totalResults").isNumber())
                .isTrue();

        sample.setUp("{\"weaknesses\":[\"scim-string-counts\"]}");

        assertThat(json(call("GET", "/Users", "")).path("totalResults").isTextual())
                .isTrue();
    }

    @Test
    void leaves_no_trace_of_a_weakness_in_the_stored_user() throws Exception {
        String id = json(call("POST", "/Users", JANE)).path("id").asText();
        sample.setUp("{\"weaknesses\":[\"scim-missing-given-name\"]}");
        assertThat(json(call("GET", "/Users/" + id, "")).at("/name/givenName").isMissingNode())
                .isTrue();

        sample.setUp("{\"weaknesses\":[]}");

        assertThat(json(call("GET", "/Users/" + id, "")).at("/name/givenName").asText())
                .isEqualTo("Jane");
    }
}
