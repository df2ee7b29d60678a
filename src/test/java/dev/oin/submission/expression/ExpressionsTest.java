package dev.oin.submission.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.submission.expression.Evaluation.Fault;
import dev.oin.submission.expression.Evaluation.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    private static final Map<String, String> ACME = Map.of(
            "subdomain", "acme",
            "environment", "PROD",
            "env", "production",
            "region", "us",
            "site", "acme.h1.example",
            "base_url", "https://acme.example.com/",
            "company_id", "42");
    private static final Set<String> DECLARED = ACME.keySet();

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            OIDC | https://app.example.com/callback | https://app.example.com/callback
            OIDC | https://{app.subdomain}.example.org/app/callback | https://acme.example.org/app/callback
            OIDC | {String.stringContains(app.environment, 'PROD') ? 'https://app.data.example/' : 'https://app-sandbox.data.example/'} | https://app.data.example/
            OIDC | https://{String.len(app.company_id) == 0 ? 'login.app.example' : 'login.app.example?connection=' + app.company_id} | https://login.app.example?connection=42
            OIDC | {app.base_url} | https://acme.example.com/
            OIDC | https://{ "a" }{ 'b' + "c" }.example.org | https://abc.example.org
            OIDC | https://{String.len(app.subdomain)}.example.org | https://4.example.org
            OIDC | {String.len(app.subdomain) > 3 AND !String.startsWith(app.env, 'x') OR false ? 'a' : 'b'} | a
            OIDC | {app.env == 'production' ? app.region == 'us' ? 'a' : 'b' : 'c'} | a
            OIDC | {'it''s'} | it's
            OIDC | {'}'} | }
            OIDC | {null} | ``
            OIDC | {(((app.region)))} | us
            OIDC | {app.region != 'eu' ? 'a' : 'b'} | a
            OIDC | {String.len(app.region) >= 2 AND String.len(app.region) <= 2 AND String.len(app.region) < 3 ? 'a' : 'b'} | a
            SAML | urn:example:app | urn:example:app
            SAML | https://${org.subdomain}.example.org/app/saml | https://acme.example.org/app/saml
            SAML | ${empty org.base_url ? 'https://app.example.com' : org.base_url} | https://acme.example.com/
            SAML | ${fn:substringAfter(org.base_url, '//')} | acme.example.com/
            SAML | https://${fn:endsWith(org.site, 'h1.example') ? 'h1.example' : fn:endsWith(org.site, 'h2.example') ? 'h2.example' : '.h.example'}/sso/saml | https://h1.example/sso/saml
            SAML | https://${empty org.company_id ? 'login.app.example' : 'login.app.example?connection=' += org.company_id} | https://login.app.example?connection=42
            SAML | https://${fn:contains(org.env, 'production') ? 'prod.example' : 'preview.example'}/sso/saml | https://prod.example/sso/saml
            SAML | ${not empty org.env and org.region eq 'us' or false ? 'a' : 'b'} | a
            SAML | ${!(org.region ne 'us') && fn:length(org.region) ge 2 or false ? 'a' : 'b'} | a
            SAML | ${fn:length(org.region) lt 3 and fn:length(org.region) gt 1 and fn:length(org.region) le 2 ? 'a' : 'b'} | a
            SAML | ${fn:join(fn:split(org.site, '.'), '-')} | acme-h1-example
            SAML | ${'it\\'s \\\\'} | it's \\
            SCIM | https://app.example.com/scim/v2 | https://app.example.com/scim/v2
            SCIM | 'https://app.example.com/scim/v2' | https://app.example.com/scim/v2
            SCIM | "https://app.example.com/scim/v2" | https://app.example.com/scim/v2
            SCIM | 'https://' + app.subdomain + '.example.org/app/scim2/' | https://acme.example.org/app/scim2/
            SCIM | 'https://' + (app.region == 'us' ? 'east' : 'west') + '.example.com/oauth/token' | https://east.example.com/oauth/token
            SCIM | (String.len(app.base_url) == 0 ? 'https://a.example.com/scim2/' : app.base_url) + 'v1/oauth_token' | https://acme.example.com/v1/oauth_token
            SCIM | (String.stringContains(app.env,"PROD") ? 'https://a.example.com' : 'https://a-sb.example.com') + '/v1/oauth2/token' | https://a-sb.example.com/v1/oauth2/token
            SCIM | 'https://a.example.com/scim2/x' + (String.len(app.company_id) == 0 ? '/' : '?connection=' + app.company_id) | https://a.example.com/scim2/x?connection=42
            SCIM | app.base_url | https://acme.example.com/
            """)
    void comes_to_a_value(Dialect dialect, String text, String value) {
        var evaluation = expressions.evaluate(dialect, text, DECLARED, ACME);

        assertThat(evaluation).isEqualTo(new Value(value));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            OIDC | https://${app.subdomain}.example.org/          | 8  | SAML | {app.…}
            OIDC | https://{org.subdomain}.example.org/           | 9  | app.… | app.subdomain
            OIDC | https://{app.unknown}.example.org/             | 9  | no variable named "unknown" | subdomain
            OIDC | https://{app.subdomain.example.org/            | 8  | not closed | }
            OIDC | https://{app.subdomain.example}.org/           | 22 | no parts | String.
            OIDC | https://{}.example.org                         | 8  | empty | variable
            OIDC | https://{ }.example.org                        | 8  | empty | variable
            OIDC | https://app.subdomain}.example.org/            | 21 | closes nothing | {app.…}
            OIDC | {app.env = 'x' ? 'a' : 'b'}                    | 9  | assign | ==
            OIDC | {T(java.lang.Runtime).getRuntime()}            | 1  | Types | String.
            OIDC | {new X()}                                      | 1  | cannot be made | {app.…}
            OIDC | {@bean}                                        | 1  | server | variables
            OIDC | {app.class}                                    | 1  | no variable named "class" | subdomain
            OIDC | {app.subdomain.class}                          | 14 | no parts | String.
            OIDC | {app.subdomain.getClass()}                     | 14 | no parts | String.
            OIDC | {app.subdomain['x']}                           | 14 | indexes | function
            OIDC | {'x'.length()}                                 | 4  | should end | +
            OIDC | {app.toString()}                               | 1  | cannot be called | String.
            OIDC | {fn:contains(app.env,'p') ? 'a' : 'b'}         | 1  | fn: functions | String.stringContains
            OIDC | {app.env matches 'x' ? 'a' : 'b'}              | 9  | matches | String.startsWith
            OIDC | {app.env == 'a' && true ? 'a' : 'b'}           | 16 | && | AND
            OIDC | {app.env == 'a' and true ? 'a' : 'b'}          | 16 | and | AND
            OIDC | {app.env == 'a' or true ? 'a' : 'b'}           | 16 | or | OR
            OIDC | {empty app.env ? 'a' : 'b'}                    | 1  | empty | quotes
            OIDC | {app.env ? 'a' : 'b'}                          | 1  | true or false | ==
            OIDC | {app.env == 5 ? 'a' : 'b'}                     | 9  | compared | quotes
            OIDC | {app.env < 'b' ? 'a' : 'b'}                    | 1  | Only numbers | ==
            OIDC | {app.env == 'x'}                               | 0  | not to text | condition
            OIDC | {true + 'x'}                                   | 1  | only text | parentheses
            OIDC | {1 + 2}                                        | 1  | arithmetic | quotes
            OIDC | {app.env ?: 'x'}                               | 9  | not offered | {app.…}
            OIDC | {app.env - 'x'}                                | 9  | arithmetic | quotes
            OIDC | {true ? 'a'}                                   | 11 | `:` is expected | both cases
            OIDC | {'a                                            | 0  | not closed | }
            OIDC | {'a}                                           | 1  | no closing ' | same quote
            OIDC | {(app.env}                                     | 9  | `)` is expected | parenthesis
            OIDC | {user.email}                                   | 1  | address | variables
            OIDC | {session.amr}                                  | 1  | address | variables
            OIDC | {Convert.toInt(app.env) == 1 ? 'a' : 'b'}      | 1  | Convert | String.
            OIDC | {Arrays.size(app.env) == 1 ? 'a' : 'b'}        | 1  | Arrays | String.
            OIDC | {Time.now()}                                   | 1  | Time | String.
            OIDC | {String.valueOf(app.env)}                      | 1  | no function String.valueOf | String.
            OIDC | {String.tolowercase(app.env)}                  | 1  | no function | String.toLowerCase
            OIDC | {String.len()}                                 | 1  | 1 value | as many
            OIDC | {String.len(app.env, app.env)}                 | 1  | given 2 | as many
            OIDC | {String.substring(app.env, '0', 1)}            | 27 | takes a number | quotes
            OIDC | {String.stringSwitch(app.env, 'd', 'k')}       | 1  | default | as many
            OIDC | {String.stringSwitch(app.env,'d','k','v','l')} | 1  | default | as many
            OIDC | {subdomain}                                    | 1  | not known | app.
            OIDC | {App.subdomain}                                | 1  | not known | {app.…}
            OIDC | {app.}                                         | 5  | name is expected | {app.…}
            OIDC | {app}                                          | 1  | not known | app.
            OIDC | {12345678901}                                  | 1  | whole number | quotes
            OIDC | {app.sübdomain}                                | 6  | ü | quotes
            OIDC | {app.subdomain}}                               | 15 | closes nothing | {app.…}
            OIDC | {{app.subdomain}}                              | 1  | no meaning | {app.…}
            OIDC | #{app.subdomain}                               | 0  | not offered | {app.…}
            OIDC | {#root}                                        | 1  | not offered | {app.…}
            OIDC | {app.env; app.env}                             | 8  | not offered | {app.…}
            OIDC | {app?.env}                                     | 4  | not offered | {app.…}
            OIDC | {app.env += 'x'}                               | 9  | SAML | +
            SAML | https://{org.subdomain}.example.org/           | 8  | without $ | ${org.…}
            SAML | https://${app.subdomain}.example.org/          | 10 | org.… | org.subdomain
            SAML | ${String.substringAfter(org.base_url, '//')}   | 2  | String. functions | fn:substringAfter
            SAML | ${String.len(org.base_url)}                    | 2  | String. functions | fn:length
            SAML | https://${'a' + org.subdomain}.example.org     | 14 | arithmetic | +=
            SAML | ${org.env == 'x'}                              | 0  | not to text | condition
            SAML | ${fn:split(org.env, 'x')}                      | 0  | a list | fn:join
            SAML | ${fn:split(org.env, 'x') += 'a'}               | 2  | only text | fn:join
            SAML | ${org.env AND true ? 'a' : 'b'}                | 10 | should end | +=
            SAML | ${fn:matches(org.env, 'x')}                    | 2  | no function fn:matches | fn:
            SAML | ${user.email}                                  | 2  | address | variables
            SAML | ${''.class}                                    | 4  | should end | +=
            SAML | ${''['class']}                                 | 4  | indexes | function
            SAML | ${org.env = 'x'}                               | 10 | assign | ==
            SAML | ${x -> x}                                      | 4  | not offered | ${org.…}
            SAML | ${org.env.bytes}                               | 9  | no parts | fn:
            SAML | ${pageContext.request}                         | 2  | not known | ${org.…}
            SAML | ${T(java.lang.Runtime)}                        | 2  | Types | fn:
            SCIM | https://' + app.subdomain + '.example.org/x    | 0  | quotes | 'https://' + app
            SCIM | https://{app.subdomain}.example.org/scim2      | 8  | no holes | 'https://' + app
            SCIM | https://${app.subdomain}.example.org/scim2     | 8  | no holes | 'https://' + app
            SCIM | https://a.example.com/+app.subdomain           | 0  | quotes | 'https://' + app
            SCIM | 'https://' + org.subdomain + '.example.org'    | 13 | app.… | app.subdomain
            SCIM | 'https://a.example.com/' ++ app.subdomain      | 25 | ++ | +
            SCIM | 'https://' + {app.subdomain}                   | 13 | no meaning | 'https://' + app
            SCIM | 'https://' + app.subdomain + 'x                | 29 | no closing ' | same quote
            SCIM | 'https://' app.subdomain                       | 11 | should end | +
            SCIM | 'https://' + app.region == 'us' ? 'a' : 5 == 5 | 40 | two cases | text
            SCIM | app.unknown                                    | 0  | no variable | subdomain
            """)
    void is_refused_at_its_place(Dialect dialect, String text, int position, String reason, String instead) {
        var evaluation = expressions.evaluate(dialect, text, DECLARED, ACME);

        assertThat(evaluation).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.position()).as(fault.message()).isEqualTo(position);
            assertThat(fault.message()).contains(reason);
            assertThat(fault.hint()).contains(instead);
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            OIDC | https://{app.subdomain}.example.org | https://.example.org
            OIDC | {String.len(app.company_id) == 0 ? 'none' : 'some'} | none
            OIDC | {app.company_id == null ? 'none' : 'some'} | none
            OIDC | {app.company_id == '' ? 'empty' : 'unset'} | unset
            OIDC | {app.company_id != null ? 'some' : 'none'} | none
            OIDC | {app.company_id == app.region ? 'same' : 'other'} | same
            SAML | ${empty org.company_id ? 'none' : 'some'} | none
            SAML | ${org.company_id == null ? 'none' : 'some'} | none
            SAML | a${org.company_id}b | ab
            SAML | ${fn:length(org.company_id)} | 0
            SCIM | 'a' + app.company_id + 'b' | ab
            SCIM | app.company_id | ``
            """)
    void what_is_unset_is_empty_text_and_equals_nothing_else(Dialect dialect, String text, String value) {
        var evaluation = expressions.evaluate(dialect, text, DECLARED, Map.of());

        assertThat(evaluation).isEqualTo(new Value(value));
    }

    @Test
    void an_empty_value_is_empty_but_not_unset() {
        var empty = Map.of("region", "");

        assertThat(expressions.evaluate(Dialect.SAML, "${empty org.region ? 'e' : 'f'}", DECLARED, empty))
                .isEqualTo(new Value("e"));
        assertThat(expressions.evaluate(Dialect.OIDC, "{app.region == null ? 'unset' : 'set'}", DECLARED, empty))
                .isEqualTo(new Value("set"));
    }

    @Test
    void a_value_is_text_and_never_evaluated() {
        var evil = Map.of("region", "{app.env}${org.env}'+T(java.lang.Runtime)");

        assertThat(expressions.evaluate(Dialect.OIDC, "a{app.region}", DECLARED, evil))
                .isEqualTo(new Value("a{app.env}${org.env}'+T(java.lang.Runtime)"));
    }

    @Test
    void only_the_case_that_holds_is_evaluated() {
        var huge = Map.of("region", "x".repeat(5000));

        assertThat(expressions.evaluate(Dialect.OIDC, "{true ? 'a' : app.region}", DECLARED, huge))
                .isEqualTo(new Value("a"));
        assertThat(expressions.evaluate(Dialect.OIDC, "{false AND app.region == 'a' ? 'x' : 'b'}", DECLARED, huge))
                .isEqualTo(new Value("b"));
    }

    @Test
    void names_the_variables_that_are_used() {
        assertThat(expressions.variablesOf(
                        Dialect.OIDC, "https://{app.a}.x/{String.len(app.b) == 0 ? '' : app.c + 'app.d'}/app.e"))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(expressions.variablesOf(Dialect.SAML, "https://${org.a")).containsExactly("a");
        assertThat(expressions.variablesOf(Dialect.SCIM, "https://app.example.com"))
                .isEmpty();
    }
}
