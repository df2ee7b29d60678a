package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sandbox.AppUser;
import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonFixture;
import dev.oin.submission.Scim.Mapping;
import dev.oin.submission.Scim.Mapping.Direction;
import dev.oin.submission.Scim.Mapping.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attribute mappings of a submission in what apps are told (submission-rules 8.1). */
class ScimAttributesTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title                                        | {"title":"x"}
            name.givenName                               | {"name":{"givenName":"x"}}
            emails                                       | {"emails":[{"primary":true,"type":"work","value":"x"}]}
            emails[type eq "home"].value                 | {"emails":[{"primary":true,"type":"home","value":"x"}]}
            phoneNumbers[type eq "mobile"].value         | {"phoneNumbers":[{"primary":true,"type":"mobile","value":"x"}]}
            addresses[type eq "work"].locality           | {"addresses":[{"type":"work","locality":"x"}]}
            urn:ietf:params:scim:schemas:core:2.0:User:nickName | {"nickName":"x"}
            """)
    void writes_a_value_at_its_path(String path, String expected) throws Exception {
        var user = JSON.createObjectNode();

        ScimAttributes.write(user, path, "x");

        assertThat((JsonNode) user).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void an_extension_lies_under_its_schema_which_is_named() {
        var user = JSON.createObjectNode();

        ScimAttributes.write(user, ENTERPRISE + ":department", "R&D");
        ScimAttributes.write(user, ENTERPRISE + ":manager", "42");

        assertThat(user.path(ENTERPRISE).path("department").asText()).isEqualTo("R&D");
        assertThat(user.path(ENTERPRISE).path("manager").path("value").asText()).isEqualTo("42");
        assertThat(user.path("schemas")).hasSize(1);
    }

    @Test
    void two_kinds_of_one_list_stand_beside_each_other() {
        var user = JSON.createObjectNode();

        ScimAttributes.write(user, "phoneNumbers[type eq \"work\"].value", "1");
        ScimAttributes.write(user, "phoneNumbers[type eq \"mobile\"].value", "2");

        assertThat(user.path("phoneNumbers")).hasSize(2);
        assertThat(user.at("/phoneNumbers/1/primary").isMissingNode()).isTrue();
    }

    @Test
    void what_is_mapped_is_sent_and_nothing_else() {
        var body = ScimBodies.newUser(
                user(Map.of("title", "Engineer", "department", "R&D"), "login>userName", "title>title"), null);

        assertThat(body.path("userName").asText()).isEqualTo("ada@acme.example");
        assertThat(body.path("title").asText()).isEqualTo("Engineer");
        assertThat(body.has("department")).isFalse();
        assertThat(body.has("name")).isFalse();
    }

    @Test
    void a_literal_and_an_expression_can_be_sources() {
        var body = ScimBodies.newUser(
                user(Map.of(), "login>userName", "'contractor'>userType", "${fn:toUpperCase(user.firstName)}>nickName"),
                null);

        assertThat(body.path("userType").asText()).isEqualTo("contractor");
        assertThat(body.path("nickName").asText()).isEqualTo("ADA");
    }

    @Test
    void what_was_erased_is_taken_out() throws Exception {
        var held =
                (ObjectNode) JSON.readTree("{\"id\":\"1\",\"userName\":\"ada@acme.example\",\"title\":\"Engineer\"}");
        var user = user(Map.of(), "login>userName", "title>title", "nickName>nickName");

        assertThat(ScimBodies.replaced(held, user, true).has("title")).isFalse();
        var operations = ScimBodies.changed(user, held, true).path("Operations");
        assertThat(operations).hasSize(2);
        assertThat(operations.at("/1/op").asText()).isEqualTo("remove");
        assertThat(operations.at("/1/path").asText()).isEqualTo("title");
        assertThat(held.has("title")).as("what was read stays as it was").isTrue();
    }

    @Test
    void a_required_attribute_without_a_value_is_missing() {
        var person = PersonFixture.ada();
        var user = AppUsers.of(
                person, List.of(new Mapping(Direction.TO_APP, "title", "title", Scope.USER_OR_GROUP, true)));

        assertThat(user.missing()).containsExactly("title");
        assertThat(new ProvisioningCalls(null, java.util.Set.of()).assigned(user, null))
                .isEqualTo(new Provisioned.Incomplete(List.of("title")));
    }

    private static AppUser user(Map<String, String> attributes, String... mappings) {
        var ada = PersonFixture.ada();
        var person = new Person(
                ada.id(),
                ada.organization(),
                ada.givenName(),
                ada.familyName(),
                ada.email(),
                ada.status(),
                ada.groups(),
                attributes,
                null,
                ada.createdAt());
        return AppUsers.of(
                person,
                Stream.concat(
                                Arrays.stream(mappings)
                                        .map(pair -> pair.split(">", 2))
                                        .map(pair -> new Mapping(
                                                Direction.TO_APP, pair[0], pair[1], Scope.USER_OR_GROUP, false)),
                                Stream.of(new Mapping(
                                        Direction.TO_PLATFORM, "x", "department", Scope.USER_OR_GROUP, false)))
                        .toList());
    }
}
