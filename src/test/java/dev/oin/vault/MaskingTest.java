package dev.oin.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private final Masking masking = Masking.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            Authorization | Bearer abc.def | Bearer ••••••
            authorization | rawtoken       | ••••••
            Cookie        | sid=1; t=2     | sid=••••••; t=••••••
            Set-Cookie    | sid=1; Path=/; HttpOnly | sid=••••••; Path=/; HttpOnly
            X-Api-Key     | 123456         | ••••••
            Location      | https://a.example/cb?code=xyz&state=1 | https://a.example/cb?code=••••••&state=1
            Accept        | text/html      | text/html
            """)
    void masks_headers(String name, String value, String masked) {
        assertThat(masking.header(name, value)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            grant_type=x&client_secret=s3cr3t&scope=a | grant_type=x&client_secret=••••••&scope=a
            username=jo&password=pa%20ss              | username=jo&password=••••••
            {"userName":"jo","password":"p\\"w"}      | {"userName":"jo","password":"••••••"}
            {"access_token" : "abc", "expires_in":60} | {"access_token" : "••••••", "expires_in":60}
            {"op":"replace","path":"password","value":"p"} | {"op":"replace","path":"password","value":"••••••"}
            {"op":"replace","value":"p","path":"password"} | {"op":"replace","value":"••••••","path":"password"}
            {"op":"replace","path":"title","value":"p"} | {"op":"replace","path":"title","value":"p"}
            https://jo:pw@a.example/x                 | https://••••••@a.example/x
            id eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl end   | id eyJhbGciOi.eyJzdWIi.•••••• end
            sent Bearer abcdef123456 there            | sent Bearer •••••• there
            <ds:SignatureValue Id="a">AbC=</ds:SignatureValue> | <ds:SignatureValue Id="a">••••••</ds:SignatureValue>
            {"code":"ACS-4","detail":"no such user"}  | {"code":"ACS-4","detail":"no such user"}
            """)
    void masks_texts(String text, String masked) {
        assertThat(masking.text(text)).isEqualTo(masked);
    }

    @Test
    void keeps_a_posted_response_readable_without_its_signature() {
        var xml = "<Response><SignatureValue>abc</SignatureValue><NameID>jo</NameID></Response>";
        var form = "SAMLResponse=" + encode(xml) + "&RelayState=x";

        var masked = masking.text(form);

        var parameter = masked.substring("SAMLResponse=".length(), masked.indexOf('&'));
        var kept = new String(
                Base64.getDecoder().decode(URLDecoder.decode(parameter, StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
        assertThat(kept).isEqualTo(xml.replace("abc", "••••••"));
    }

    @Test
    void masks_what_is_known_to_be_secret_anywhere() {
        var masked = new Masking(List.of(new Secret("hunter22"))).text("Invalid token 'hunter22' given");

        assertThat(masked).isEqualTo("Invalid token '••••••' given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p&s'w \"d/ü",
                "a=p%26s%27w+%22d%2F%C3%BC&b",
                "a=p%26s%27w%20%22d%2F%C3%BC&b",
                "a=p%26s'w%20%22d%2F%C3%BC&b",
                "a=p%26s%27w+%22d%2f%c3%bc&b",
                "{\"x\":\"p&s'w \\\"d/ü\"}",
                "{\"x\":\"p&s'w \\\"d\\/ü\"}",
                "{\"x\":\"p\\u0026s\\u0027w \\\"d/\\u00FC\"}",
                "<b>p&amp;s'w \"d/&#252;</b>",
                "<i title=\"p&amp;s&#39;w &quot;d/ü\">"
            })
    void masks_what_is_known_however_it_is_written(String text) {
        var masked = new Masking(List.of(new Secret("p&s'w \"d/ü"))).text(text);

        assertThat(masked).contains(Secret.MASK).doesNotContain("s'w", "s%27w", "s&#39;w");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            41xyz  | a=%2541xyz&b
            41xyz  | <b>%41xyz</b>
            a%20bc | q=a%2520bc
            a%20bc | a%20bc
            #39;qw | &#39;qw and &amp;#39;qw
            a\\bcd | {"x":"a\\\\bcd"}
            u0041x | \\u0041x
            """)
    void masks_what_looks_like_an_escape_or_has_one_before_it(String secret, String text) {
        var masked = new Masking(List.of(new Secret(secret))).text(text);

        assertThat(masked).contains(Secret.MASK);
    }

    @Test
    void takes_one_of_hundreds_of_secrets_out_of_a_large_page() {
        var secrets = IntStream.range(0, 300)
                .mapToObj(number -> new Secret("secret-" + number + "-" + "x".repeat(600)))
                .toList();
        var page =
                "<p>a &amp; b%20c \\u0041</p>".repeat(2_000) + secrets.get(299).reveal();

        var masked = new Masking(secrets).text(page);

        assertThat(masked).endsWith(Secret.MASK).doesNotContain("xxxx");
    }

    @Test
    void masks_each_of_several_cookies_that_are_set() {
        var masked = masking.header("Set-Cookie", "gone=; Max-Age=0; HttpOnly\nSESSION=75D3BC; Path=/");

        assertThat(masked).isEqualTo("gone=••••••; Max-Age=0; HttpOnly\nSESSION=••••••; Path=/");
    }

    @Test
    void masks_protection_against_forgery() {
        assertThat(masking.text("_csrf=abc-DEF&email=jo")).isEqualTo("_csrf=••••••&email=jo");
    }

    @Test
    void masks_a_short_secret_where_it_stands_alone() {
        var masked = new Masking(List.of(new Secret("42"))).text("pin=42&port=8042 {\"pin\":\"42\"} 42");

        assertThat(masked).isEqualTo("pin=••••••&port=8042 {\"pin\":\"••••••\"} 42");
    }

    private static String encode(String xml) {
        return URLEncoder.encode(
                Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
