package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import dev.oin.gate.EvaluateGate;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** What a stranger's page, host name, address or document tries at the edge. */
@OnSurface
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeAttacksIT {

    private static final byte[] NOTHING = new byte[0];

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient client;

    @LocalServerPort
    private int port;

    private final AccessMatrix matrix = AccessMatrix.read();
    private World world;

    @BeforeAll
    void gather() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        world = new World(context, port);
    }

    @Test
    void another_site_posts_no_form_of_ours() {
        var admitted = new ArrayList<String>();
        var before = world.kept();
        for (var row : matrix.rows()) {
            if (row.method().equals("POST") && !row.isOpenToOtherSites()) {
                var guest = world.as(row.admitted().stream().findFirst().orElse("super"));
                var body =
                        world.filled(row.body().replace("{fresh}", "{draft}")).getBytes(StandardCharsets.UTF_8);
                var path = world.filled(row.path().replace("{fresh}", "{draft}"));
                var status = guest.bare("POST", path, row.type(), body, request -> request)
                        .status();
                if (status != 403) {
                    admitted.add(row.route() + ": " + status);
                }
            }
        }

        assertThat(admitted).isEmpty();
        assertThat(world.kept()).isEqualTo(before);
    }

    @Test
    void every_answer_carries_the_headers_that_hold_a_browser_back() {
        var bare = new ArrayList<String>();
        for (var row : matrix.rows()) {
            if (!row.isRead() || row.route().contains("/camunda/")) {
                continue;
            }
            for (var who : new String[] {"nobody", "super", "lead"}) {
                var answer = world.as(who).get(world.filled(row.path().replace("{fresh}", "{draft}")));
                var policy = answer.header("Content-Security-Policy");
                var isPage = answer.header("Content-Type").startsWith("text/html");
                if (!answer.header("X-Content-Type-Options").equals("nosniff")
                        || !answer.header("X-Frame-Options").equals("DENY")
                        || (isPage && !policy.contains("default-src 'none'"))
                        || (policy.contains("unsafe") && !policy.contains("sandbox "))
                        || (isPage
                                && who.equals("super")
                                && !answer.header("Cache-Control").matches(".*no-store.*|private, no-cache"))) {
                    bare.add("%s as %s: %d %s"
                            .formatted(
                                    row.route(),
                                    who,
                                    answer.status(),
                                    answer.response().headers().map()));
                }
            }
        }

        assertThat(bare).isEmpty();
    }

    @Test
    void no_file_is_looked_for_behind_the_links_of_a_page() {
        assertThat(context.getBeanNamesForType(ResourceUrlEncodingFilter.class)).isEmpty();
    }

    @Test
    void a_page_is_not_kept_and_what_it_loads_is_kept_for_good_under_the_name_of_its_content() {
        var guest = world.as("nobody");
        var page = guest.get("/sign-in");
        var files = Pattern.compile("(?:href|src)=\"(/[^\"#]+[.](?:css|js|svg))")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(files).hasSizeGreaterThan(8).allSatisfy(file -> {
            assertThat(file).containsPattern("-[0-9a-f]{32}[.]");
            var answer = guest.get(file);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(answer.header("Content-Type")).matches("text/(css|javascript)|image/svg\\+xml");
            assertThat(answer.header("Set-Cookie") + answer.header("Pragma") + answer.header("Expires"))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/css/oin%s.css", "/js/page%s.js", "/icons%s.svg", "/webjars/bootstrap/css/bootstrap.min%s.css"})
    void a_static_file_without_its_version_is_asked_for_again_and_another_version_is_not_there(String file) {
        var guest = world.as("nobody");
        var plain = file.formatted("");

        var answer = guest.get(plain);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        var again = guest.bare(
                "GET",
                plain,
                "",
                new byte[0],
                request -> request.header("If-Modified-Since", answer.header("Last-Modified")));
        assertThat(again.status()).isEqualTo(304);
        var unknown = guest.get(file.formatted("-" + "0".repeat(32)));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/organization",
                "/sandbox",
                "/sign-in",
                "/nowhere",
                "/api/docs",
                "/api/v1/openapi.json",
                "/sandbox/{org}/home",
                "/catalog"
            })
    void a_claimed_host_name_is_not_repeated(String path) throws IOException {
        var answer = raw(
                "GET " + world.filled(path)
                        + " HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
    }

    @Test
    void a_mailed_link_leads_to_our_own_address_whatever_host_was_claimed() {
        var email = world.accounts.get("reader").email();

        new Guest(port, "")
                .send(
                        "POST",
                        "/reset",
                        Guest.FORM,
                        ("email=" + Guest.encoded(email)).getBytes(StandardCharsets.UTF_8),
                        request -> request.header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "host=evil.example"));

        var mails = client.sql("select string_agg(m::text, '') from mail_outbox m where m::text like '%' || ? || '%'")
                .param(email)
                .query(String.class)
                .single();
        assertThat(mails).contains("/reset/").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
                        "/%0d%0aLocation:https://evil.example",
                "javascript:alert(1)", "https:evil.example", "/{x}", "///evil.example", " //evil.example",
                        ".evil.example"
            })
    void the_theme_form_leads_to_paths_of_ours_only(String back) {
        var answer = world.as("super").form("/preferences/theme", "theme=dark&back=" + Guest.encoded(back));

        assertThat(answer.status()).isIn(302, 400);
        assertThat(answer.header("Location"))
                .satisfiesAnyOf(
                        next -> assertThat(next).isEmpty(),
                        next -> assertThat(next).isEqualTo("/"),
                        next -> assertThat(next).startsWith("/%0d%0a"));
    }

    @Test
    void signing_in_leads_to_a_path_whatever_was_asked_before() throws IOException {
        var answer = raw(
                "GET //evil.example/%2e%2e HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer.lines()
                        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:")))
                .noneMatch(line -> line.contains("evil.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F",
                "post_logout_redirect_uri=https%3A%2F%2Fevil.example&client_id=x&state=y"
            })
    void signing_out_of_the_sandbox_leads_to_no_stranger(String query) {
        var answer = world.as("nobody").get(world.filled("/sandbox/{org}/connect/logout?") + query);

        assertThat(answer.header("Location")).doesNotContain("evil.example");
    }

    @Test
    void a_session_that_was_there_before_signing_in_is_worth_nothing_after_it() {
        var account = world.accounts.get("super");
        var guest = new Guest(port, "");
        guest.get("/organization");
        var planted = guest.cookie("oin_session");

        guest.signIn(account.email(), dev.oin.account.AccountFixture.PASSWORD, "/organization");

        assertThat(guest.cookie("oin_session")).isNotEmpty().isNotEqualTo(planted);
        var stolen = new Guest(port, "")
                .bare(
                        "GET",
                        "/organization",
                        "",
                        NOTHING,
                        request -> request.header("Cookie", "oin_session=" + planted));
        assertThat(stolen.status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/../application.yaml",
                "/css/%2e%2e/application.yaml",
                "/css/..%2fapplication.yaml",
                "/css/..%5capplication.yaml",
                "/css/%252e%252e/application.yaml",
                "/webjars/..%2f..%2f..%2fapplication.yaml",
                "/js/..;/application.yaml",
                "/insight/models/..%2f..%2fapplication.yaml.bpmn",
                "/catalog/..%2f..%2f..%2fetc%2fpasswd/logo",
                "/sandbox-assets/%2e%2e/application.yaml",
                "/results/..%2f..%2fadmin",
                "/sign-in;/../admin",
                "/%2e/admin",
                "/sign-in/..;/admin"
            })
    void no_path_leads_out_of_its_folder(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .doesNotStartWith("HTTP/1.1 200")
                .doesNotStartWith("HTTP/1.1 5")
                .doesNotContain("master-key", "root:");
    }

    @Test
    void hostile_documents_at_the_saml_endpoint_are_refused_at_once() {
        var external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"lol\">");
        for (var level = 1; level < 30; level++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1));
        }
        bomb.append("]><a>&a29;</a>");
        var path = world.filled("/sandbox/{org}/saml/{instance}/sso");
        for (var document : new String[] {external, bomb.toString(), "<".repeat(100_000), "<a ".repeat(20_000)}) {
            var coded = Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
            var begin = System.nanoTime();

            var answer = world.as("nobody").form(path, "SAMLRequest=" + Guest.encoded(coded));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("root:", "lollol");
            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
        }
    }

    /** Exactly these bytes, as no well-behaved client would send them. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
