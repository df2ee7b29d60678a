package dev.oin.submission.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.submission.expression.Evaluation.Fault;
import dev.oin.submission.expression.Evaluation.Value;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticExpressionsTest {

    private final Expressions expressions = new StaticExpressions();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            OIDC | https://app.example.com/callback     | https://app.example.com/callback
            SAML | https://app.example.com/acs?a=b      | https://app.example.com/acs?a=b
            SAML | urn:example:app                      | urn:example:app
            SCIM | https://app.example.com/scim/v2      | https://app.example.com/scim/v2
            SCIM | 'https://app.example.com/scim/v2'    | https://app.example.com/scim/v2
            SCIM | "https://app.example.com/scim/v2"    | https://app.example.com/scim/v2
            """)
    void a_static_text_is_its_own_value(Dialect dialect, String text, String value) {
        var evaluation = expressions.evaluate(dialect, text, Map.of());

        assertThat(evaluation).isEqualTo(new Value(value));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            OIDC | https://{app.subdomain}.example.org/cb     | 8
            OIDC | https://${app.subdomain}.example.org/      | 8
            OIDC | https://app.subdomain}.example.org/        | 21
            SAML | https://${org.subdomain}.example.org/acs   | 8
            SAML | https://{org.subdomain}.example.org/       | 8
            SCIM | 'https://' + app.subdomain + '.example.org' | 0
            SCIM | https://{app.subdomain}.example.org/scim2  | 0
            SCIM | https://' + app.subdomain + '.example.org/x | 0
            """)
    void a_hole_is_a_fault_at_its_place(Dialect dialect, String text, int position) {
        var evaluation = expressions.evaluate(dialect, text, Map.of("subdomain", "acme"));

        assertThat(evaluation).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.position()).isEqualTo(position);
            assertThat(fault.message()).contains("not evaluated yet");
        });
    }
}
