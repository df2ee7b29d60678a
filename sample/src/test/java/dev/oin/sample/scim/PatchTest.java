package dev.oin.sample.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JANE = """
            {"userName":"jane","active":true,"name":{"givenName":"Jane","familyName":"Doe"},
             "emails":[{"value":"a@w.example","type":"work","primary":true},{"value":"a@h.example","type":"home"}]}""";

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static ObjectNode patched(String operations) {
        ObjectNode patch = json("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + operations + "]}");
        return Patch.read(patch, ResourceType.USER).applyTo(json(JANE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'Replace','value':{'active':false}} | /active | false",
                "{'op':'replace','path':'active','value':false} | /active | false",
                "{'op':'replace','path':'name.givenName','value':'Joan'} | /name/givenName | Joan",
                "{'op':'replace','value':{'name':{'givenName':'Joan'}}} | /name/familyName | Doe",
                "{'op':'ADD','path':'emails','value':[{'value':'b@w.example','primary':true}]} | /emails/0/primary | false",
                "{'op':'replace','path':'emails[type eq ~home~].value','value':'b@h.example'} | /emails/1/value | b@h.example",
                "{'op':'remove','path':'emails[type eq ~work~]'} | /emails/0/type | home",
                "{'op':'add','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber','value':'7'}"
                        + " | /urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/employeeNumber | 7",
                "{'op':'replace','value':{'id':'other','userName':'joan'}} | /userName | joan"
            })
    void changes_what_it_aims_at(String operation, String pointer, String expected) {
        ObjectNode jane = patched(operation.replace('\'', '"').replace("~", "\\\""));

        assertThat(jane.at(pointer).asText()).isEqualTo(expected);
    }

    @Test
    void adds_an_existing_value_no_second_time() {
        ObjectNode jane = patched(
                "{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"type\":\"home\",\"value\":\"a@h.example\"}]}");

        assertThat(jane).isEqualTo(json(JANE));
    }

    @Test
    void removes_all_values_of_an_attribute() {
        assertThat(patched("{\"op\":\"remove\",\"path\":\"emails\"}").has("emails"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'remove'} | noTarget",
                "{'op':'move','path':'title'} | invalidSyntax",
                "{'op':'remove','path':'userName'} | invalidValue",
                "{'op':'replace','path':'groups','value':[]} | mutability",
                "{'op':'replace','path':'id','value':'x'} | mutability",
                "{'op':'replace','path':'unheardOf','value':'x'} | invalidPath",
                "{'op':'replace','path':'emails[','value':'x'} | invalidPath",
                "{'op':'replace','path':'emails[type eq 5].value','value':'x'} | noTarget",
                "{'op':'replace','path':'active','value':'False'} | invalidValue",
                "{'op':'add','path':'title'} | invalidValue"
            })
    void refuses_what_cannot_be(String operation, String scimType) {
        assertThatThrownBy(() -> patched(operation.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        ScimProblem.class,
                        problem -> assertThat(problem.scimType()).isEqualTo(scimType));
    }
}
