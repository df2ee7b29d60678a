package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.FixtureSite;
import dev.oin.checks.FixtureSite.Answer;
import dev.oin.web.api.ApiClient;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes an integration from draft to catalog with real traffic, hears every secret on the wire (on the product's side and on the app's), and then looks for each of them
 * wherever the product keeps, writes, sends or shows something.
 */
class CanaryTourIT {

    private static final String COMPANY = "canary-Vv41/typed by+recipe";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Overheard secrets = new Overheard();
    private final List<String> found = new ArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void what_was_secret_on_the_way_is_nowhere_afterwards() throws Exception {
        try (var sink = new SmtpSink();
                var front = new Wiretap();
                var app = new Wiretap();
                var door = door();
                var product = RunningProduct.in(directory, settings(sink, front, app))) {
            sink.answerFromNowOn();
            front.leadTo(product.port());
            app.leadTo(product.samplePort());
            var tour = product.startTour();
            giveRecipe(product, door, tour);
            assertThat(tour.waitFor(20, TimeUnit.MINUTES)).isTrue();
            assertThat(tour.exitValue()).as(product.log("tour")).isZero();
            askForNewPassword(product);
            var database = product.database();
            awaitMails(database, sink);

            learn(front, app, product);
            lookInDatabase(database);
            secrets.look("the log", product.log("product"), found);
            lookInAnswers(product);
            for (var mail : sink.messages()) {
                lookInMail(mail, product);
            }

            assertThat(said).contains(COMPANY);
            assertThat(secrets.kindsHeard())
                    .contains(
                            "typed by the recipe",
                            "cookie",
                            "password or ticket",
                            "password in JSON",
                            "authorization code",
                            "client secret",
                            "token",
                            "ID token's signature",
                            "bearer",
                            "basic credentials",
                            "assertion's signature");
            assertThat(found).isEmpty();
        }
    }

    private static Map<String, String> settings(SmtpSink sink, Wiretap front, Wiretap app) {
        return Map.of(
                "SPRING_MAIL_HOST", "localhost",
                "SPRING_MAIL_PORT", String.valueOf(sink.port()),
                "OIN_PUBLIC_URL", front.address(),
                "OIN_URL", front.address(),
                "OIN_EGRESS_OWN", front.address().replace("http://", ""),
                "SAMPLE_BASE_URL", app.address(),
                "SAMPLE_URL", app.address(),
                "OIN_SAMPLE_URL", app.address());
    }

    /** A page that asks for something before it leads to the app's sign-in, and says it again. */
    private FixtureSite door() {
        return new FixtureSite().serve("/door", asked -> {
            var company = asked.parameters().get("company");
            if (company != null) {
                said.add(company);
            }
            return Answer.html(
                    company == null
                            ? "<form method='post'><input id='company' name='company'><button id='next'>Next</button></form>"
                            : "<h1>Hello, " + company + "</h1><input value='" + company + "'><a id='on' href='"
                                    + asked.parameters().get("next") + "'>Sign in</a>");
        });
    }

    /** As soon as the tour's second draft is there, and before it is tested. */
    private static void giveRecipe(RunningProduct product, FixtureSite door, Process tour) throws Exception {
        var database = product.database();
        var draft = Awaitility.await()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(50))
                .failFast("The tour has ended", () -> !tour.isAlive())
                .until(
                        () -> database.sql(
                                        "select id || ' ' || (content #>> '{test_information,oidc_test,sp_url}') from submissions"
                                                + " where content #>> '{configuration,catalog,display_name}' like 'Sample Pay%'"
                                                + " and state = 'DRAFT' and content #>> '{test_information,oidc_test,sp_url}' is not null")
                                .query(String.class)
                                .list(),
                        drafts -> !drafts.isEmpty())
                .getFirst()
                .split(" ");
        var recipe =
                "{\"before\":[{\"open\":\"%s\"},{\"type\":\"%s\",\"into\":\"#company\"},{\"click\":\"#next\"},{\"click\":\"#on\"}]}"
                        .formatted(
                                door.at("/door?next=" + URLEncoder.encode(draft[1], StandardCharsets.UTF_8)), COMPANY);
        var kept = new ApiClient(product.port(), RunningProduct.ISV_TOKEN)
                .put("/submissions/" + draft[0] + "/sign-in-recipe?protocol=OIDC", recipe, null);
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    }

    private void askForNewPassword(RunningProduct product) throws Exception {
        var page = http.send(
                HttpRequest.newBuilder(URI.create(product.address() + "/reset")).build(), BodyHandlers.ofString());
        var cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .toList();
        var protection = cookies.stream()
                .filter(cookie -> cookie.startsWith("oin_csrf="))
                .findFirst()
                .orElseThrow()
                .substring("oin_csrf=".length());
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(product.address() + "/reset"))
                        .header("Cookie", String.join("; ", cookies))
                        .header("X-OIN-CSRF", protection)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("email=ada%40acme.test"))
                        .build(),
                BodyHandlers.discarding());
        assertThat(answer.statusCode()).isLessThan(400);
    }

    private static void awaitMails(JdbcClient database, SmtpSink sink) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(database.sql("select subject from mail_outbox where state <> 'SENT'")
                            .query(String.class)
                            .list())
                    .isEmpty();
            assertThat(sink.messages())
                    .as("the link")
                    .filteredOn(mail -> mail.contains("/reset/"))
                    .isNotEmpty();
        });
    }

    private void learn(Wiretap front, Wiretap app, RunningProduct product) {
        secrets.listen(front.heard());
        secrets.listen(app.heard());
        secrets.add("typed by the recipe", COMPANY);
        secrets.add("API token", RunningProduct.ISV_TOKEN);
        secrets.add("API token", RunningProduct.STAFF_TOKEN);
        secrets.forget("public");
    }

    private void lookInDatabase(JdbcClient database) {
        var tables = database.sql(
                        "select schemaname || '.' || tablename from pg_tables"
                                + " where schemaname not in ('information_schema', 'pg_catalog') or tablename = 'pg_largeobject'")
                .query(String.class)
                .list();
        assertThat(tables).contains("oin.blob", "public.act_ge_bytearray", "public.act_ru_variable");
        for (var table : tables) {
            database.sql("select coalesce(t::text, '') from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(row -> secrets.look(table, row, found));
        }
    }

    /** Everything of the API that a run, a submission or a review can be looked at by, as the ISV and as the team. */
    private void lookInAnswers(RunningProduct product) throws Exception {
        var database = product.database();
        var paths = new LinkedHashSet<>(
                List.of("/me", "/people", "/submissions", "/integrations", "/reviews", "/insight/flow"));
        for (var id : strings(database, "select id::text from submissions")) {
            for (var part : List.of(
                    "",
                    "/manifest",
                    "/versions",
                    "/timeline",
                    "/issues",
                    "/gate",
                    "/runs",
                    "/instances?eligible=false",
                    "/sign-in-recipe?protocol=OIDC",
                    "/sign-in-recipe?protocol=SAML")) {
                paths.add("/submissions/" + id + part);
            }
            paths.add("/reviews/" + id);
        }
        for (var id : strings(database, "select id::text from sandbox_instances")) {
            paths.add("/instances/" + id);
        }
        for (var id : strings(database, "select id::text from check_runs")) {
            paths.add("/runs/" + id);
            for (var format : List.of("json", "html", "junit", "har")) {
                paths.add("/runs/" + id + "/report?format=" + format);
            }
        }
        for (var token : List.of(RunningProduct.ISV_TOKEN, RunningProduct.STAFF_TOKEN)) {
            var client = new ApiClient(product.port(), token);
            var seen = 0;
            for (var path : paths) {
                var answer = client.get(path, "*/*");
                seen += answer.status() == 200 ? 1 : 0;
                secrets.look(path, answer.body(), found);
            }
            assertThat(seen).isGreaterThan(20);
        }
        for (var path : strings(database, "select '/catalog/' || slug from catalog_entries")) {
            secrets.look(path, page(product, path).body(), found);
        }
    }

    /** No secret; and no link that lets somebody in, but the one that was asked for, which works once and is not kept. */
    private void lookInMail(String mail, RunningProduct product) throws Exception {
        var texts = new ArrayList<String>();
        collect(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))),
                texts);
        assertThat(texts).as("text and HTML").hasSizeGreaterThan(1);
        var links = new LinkedHashSet<String>();
        for (var text : texts) {
            secrets.look("a mail", text, found);
            LINK.matcher(text).results().forEach(link -> links.add(link.group()));
        }
        for (var link : links) {
            lookAtLink(link.replace("&amp;", "&"), product);
        }
    }

    private void lookAtLink(String link, RunningProduct product) throws Exception {
        var own = UUID.matcher(link).replaceAll("id");
        var path = URI.create(link).getRawPath();
        if (path.startsWith("/reset/")) {
            var token = path.substring("/reset/".length());
            var kept = new Overheard();
            kept.add("one-time link", token);
            for (var table : List.of("one_time_links", "mail_outbox", "submission_audit")) {
                strings(product.database(), "select t::text from " + table + " t")
                        .forEach(row -> kept.look(table, row, found));
            }
            kept.look("the log", product.log("product"), found);
            return;
        }
        if (TOKEN.matcher(own.replaceFirst("https?://[^/]+/catalog/[^/?#]+", ""))
                .find()) {
            found.add("a mail has the link " + link);
        }
        var answer = page(product, path);
        if (answer.statusCode() == 200
                && !Set.of("catalog", "").contains(path.split("/").length > 1 ? path.split("/")[1] : "")) {
            found.add("a mail's link lets anybody in: " + link);
        }
    }

    private HttpResponse<String> page(RunningProduct product, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(product.address() + path)).build(), BodyHandlers.ofString());
    }

    private static void collect(Part part, List<String> texts) throws Exception {
        if (part.getContent() instanceof MimeMultipart parts) {
            for (var number = 0; number < parts.getCount(); number++) {
                collect(parts.getBodyPart(number), texts);
            }
        } else if (part.getContent() instanceof String text) {
            texts.add(text);
        }
    }

    private static List<String> strings(JdbcClient database, String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
