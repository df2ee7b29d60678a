package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.gate.EvaluateGate;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.submission.PageFixture;
import dev.oin.vault.Secret;
import dev.oin.web.api.ApiClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Planted secrets that may turn up nowhere: not in the database, the log, pages, answers or what was mailed. */
@OnSurface
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanariesIT {

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient client;

    @LocalServerPort
    private int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, String> canaries = new LinkedHashMap<>();
    private World world;

    @BeforeAll
    void plant() throws Exception {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        log.start();
        root().addAppender(log);
        world = new World(context, port);
        canaries.put("test password", "canary-Xk29/password+of&test");
        canaries.put("SCIM client secret", "canary-Pq71/client+secret");
        canaries.put("SCIM token", "canary-Zz83/token.of.scim");
        canaries.put("SCIM access token", "canary-Ac55/access.token");
        canaries.put("SCIM refresh token", "canary-Re66/refresh.token");
        canaries.put("session", world.as("super").cookie("oin_session"));
        var isv = world.isv;
        var draft = world.names.get("draft");
        put(isv, draft, "protocols", (ObjectNode)
                new ObjectMapper().readTree("{\"protocols\":[\"SAML\",\"SCIM\",\"OIDC\"]}"));
        put(
                isv,
                draft,
                "configuration",
                PageFixture.pages()
                        .with("scim.oauth.client_secret", quoted("SCIM client secret"))
                        .configuration());
        put(
                isv,
                draft,
                "test-information",
                PageFixture.pages().with("password", quoted("test password")).testInformation());
        var oidc = isv.post("/submissions/" + draft + "/instances", "{\"protocols\":[\"OIDC\"]}");
        canaries.put("OIDC client secret", oidc.text("/oidc/client_secret"));
        var authorized = InstanceId.of(isv.post("/submissions/" + draft + "/instances", "{\"protocols\":[\"SCIM\"]}")
                .text("/id"));
        context.getBean(ChangeInstance.class)
                .authorizeScim(
                        authorized,
                        world.home.id(),
                        new Secret("{\"accessToken\":%s,\"refreshToken\":%s,\"client\":\"BASIC\"}"
                                .formatted(quoted("SCIM access token"), quoted("SCIM refresh token"))));
        put(
                isv,
                draft,
                "configuration",
                PageFixture.pages().with("scim.auth_mode", "\"BEARER\"").configuration());
        var scim = isv.post("/submissions/" + draft + "/instances", "{\"protocols\":[\"SCIM\"]}")
                .text("/id");
        var kept = isv.send("PATCH", "/instances/" + scim, "{\"scim\":{\"token\":" + quoted("SCIM token") + "}}", "");
        assertThat(kept.status()).isEqualTo(200);
        canaries.put("person's password", isv.post("/people", World.person()).text("/password"));
        var token = world.as("super").form("/organization/tokens", "name=ci&scope=FULL&days=30");
        assertThat(token.status()).isEqualTo(302);
        var shown = world.as("super").get("/organization").body();
        canaries.put("API token", shown.replaceAll("(?s).*(oin_[A-Za-z0-9_-]{20,}).*", "$1"));
        world.as("nobody")
                .form(
                        "/reset",
                        "email=" + Guest.encoded(world.accounts.get("reader").email()));
        world.as("super").form("/submissions/" + draft + "/scim-results", "spec=&crud=");
        assertThat(canaries.values()).allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(11));
    }

    @AfterAll
    void stopListening() {
        root().detachAppender(log);
    }

    @Test
    void no_table_holds_a_secret() {
        var found = new ArrayList<String>();
        var tables = client.sql(
                        "select schemaname || '.' || tablename from pg_tables where schemaname in ('oin', 'public')")
                .query(String.class)
                .list();
        for (var table : tables) {
            var rows = String.join(
                    "\n",
                    client.sql("select coalesce(t::text, '') from " + table + " t")
                            .query(String.class)
                            .list());
            look(table, rows, found);
        }

        assertThat(found).isEmpty();
    }

    @Test
    void no_key_lies_open_in_the_database() {
        var keys = client.sql("select private_key from sandbox_signing_keys")
                .query(String.class)
                .list();

        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains("PRIVATE") || key.startsWith("MII"));
    }

    @Test
    void a_mail_that_was_sent_leaves_no_link_behind() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(client.sql("select count(*) from mail_outbox where state = 'WAITING'")
                                .query(Integer.class)
                                .single())
                        .isZero());

        var kept = client.sql("select text || html from mail_outbox where state = 'SENT'")
                .query(String.class)
                .list();

        assertThat(kept).isNotEmpty().allMatch(String::isEmpty);
    }

    @Test
    void no_page_and_no_answer_shows_a_secret() {
        var found = new ArrayList<String>();
        for (var row : AccessMatrix.read().rows()) {
            if (row.isRead()) {
                for (var who : List.of("super", "lead", "admin", "nobody")) {
                    var path = world.filled(row.path().replace("{fresh}", "{draft}"));
                    look(row.route() + " as " + who, world.as(who).get(path).body(), found);
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void no_line_of_the_log_holds_a_secret() {
        var lines = List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"));
        var found = new ArrayList<String>();

        look("log", lines, found);

        assertThat(lines).isNotEmpty();
        assertThat(found).isEmpty();
    }

    private void look(String where, String text, List<String> found) {
        canaries.forEach((name, secret) -> disguises(secret).stream()
                .filter(text::contains)
                .findFirst()
                .ifPresent(disguise -> found.add(where + " holds the " + name)));
    }

    /** The secret as it is, URL- and JSON-encoded, in hex, and in Base64 wherever it begins. */
    private static List<String> disguises(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var disguises = new ArrayList<>(List.of(
                secret,
                Guest.encoded(secret),
                secret.replace("/", "\\/"),
                secret.replace("&", "&amp;"),
                HexFormat.of().formatHex(bytes)));
        for (var skipped = 0; skipped < 3; skipped++) {
            var rest = java.util.Arrays.copyOfRange(bytes, skipped, skipped + (bytes.length - skipped) / 3 * 3);
            disguises.add(Base64.getEncoder().encodeToString(rest));
            disguises.add(Base64.getUrlEncoder().encodeToString(rest));
        }
        return disguises;
    }

    private String quoted(String canary) {
        return "\"" + canaries.get(canary) + "\"";
    }

    private static void put(ApiClient isv, String draft, String page, ObjectNode body) {
        var path = "/submissions/" + draft;
        var content = body.deepCopy();
        var protocols = isv.get(path).json().at("/protocols").toString();
        if (!protocols.contains("OIDC")) {
            content.remove(List.of("oidc", "oidc_test"));
        }
        content.remove("ul");
        var saved = isv.put(path + "/" + page, content.toString(), isv.get(path).header("ETag"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
