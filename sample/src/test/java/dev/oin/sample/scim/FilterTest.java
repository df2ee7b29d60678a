package dev.oin.sample.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static JsonNode jane() throws Exception {
        return new ObjectMapper().readTree("""
            {"id":"Ab1","externalId":"E1","userName":"jane@acme.example","active":true,"title":"A \\"q\\" \\\\ b",
             "name":{"givenName":"Jane","familyName":"Doe"},
             "emails":[{"value":"jane@acme.example","type":"work","primary":true},{"value":"jane@home.example","type":"home"}],
             "meta":{"created":"2026-01-02T03:04:05Z"},
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"7","manager":{"value":"m1"}}}""");
    }

    private static boolean matches(String filter) throws Exception {
        return FilterParser.parse(filter, ResourceType.USER).matches(jane());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"JANE@acme.example\"",
                "USERNAME EQ \"jane@acme.example\"",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"jane@acme.example\"",
                "id eq \"Ab1\"",
                "name.givenName sw \"ja\" and name.familyName ew \"E\"",
                "emails[type eq \"work\" and value co \"@acme\"]",
                "emails.type eq \"home\"",
                "emails eq \"jane@home.example\"",
                "not (active eq false)",
                "nickName eq \"x\" and title pr or active eq true",
                "nickName ne \"x\"",
                "not (nickName pr) and (title pr or nickName pr)",
                "title eq \"A \\\"q\\\" \\\\ b\"",
                "meta.created gt \"2026-01-01T00:00:00Z\"",
                "meta.created le \"2026-01-02T04:04:05+01:00\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"7\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"m1\"",
                "nickName eq null"
            })
    void matches_what_it_describes(String filter) throws Exception {
        assertThat(matches(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id eq \"ab1\"",
                "externalId eq \"e1\"",
                "emails[type eq \"home\" and value co \"@acme\"]",
                "nickName pr",
                "active eq true and (title eq \"x\" or nickName pr)",
                "unheardOf eq \"x\"",
                "userName eq \"x' or '1'='1\"",
                "title eq null"
            })
    void does_not_match_anything_else(String filter) throws Exception {
        assertThat(matches(filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "userName",
                "userName eq",
                "userName eq \"x",
                "userName is \"x\"",
                "userName eq x",
                "userName eq \"x\" and",
                "(userName eq \"x\"",
                "not userName eq \"x\"",
                "active gt true",
                "active gt \"true\"",
                "password eq \"x\"",
                "emails[type eq \"work\"",
                "userName eq \"x\" \"y\"",
                "meta.created gt \"yesterday\""
            })
    void refuses_what_it_cannot_understand(String filter) {
        assertThatThrownBy(() -> matches(filter))
                .isInstanceOfSatisfying(
                        ScimProblem.class,
                        problem -> assertThat(problem.scimType()).isEqualTo("invalidFilter"));
    }

    @Test
    void refuses_a_filter_that_is_too_deep() {
        assertThatThrownBy(() -> matches("(".repeat(1000) + "title pr" + ")".repeat(1000)))
                .isInstanceOf(ScimProblem.class);
    }
}
