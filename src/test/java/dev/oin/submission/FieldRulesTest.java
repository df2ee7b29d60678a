package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            saml.acs_url          | Default ACS URL is needed. Enter it.
            test.instructions     | Testing instructions are needed. Enter them.
            scim.user_ops         | User operations: choose at least one.
            scim.auth_mode        | Authentication mode: choose one.
            logo                  | Logo is needed. Upload it.
            oidc_test.jit         | Supports JIT: choose yes or no.
            """)
    void a_missing_field_says_what_to_do_and_keeps_its_name(String key, String message) {
        var field = Fields.all().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow();

        assertThat(FieldRules.missing(field, key).message()).isEqualTo(message);
    }
}
