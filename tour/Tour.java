import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/**
 * Walks the sample integration through every stage of the pipeline over the public API, twice: SAML with SCIM, then OIDC.
 *
 * <p>With the argument {@code saml} or {@code oidc} it walks that half alone; with {@code draft} it stops at a draft that is ready to submit, for a person to
 * go on with; with {@code review} and the id of a submission that was handed in the team passes and publishes it; with {@code fix} and the id of such a submission that was returned it edits, installs and tests it again, up to the same point.
 *
 * <p>Reads OIN_URL, SAMPLE_URL, OIN_DEMO_ISV_TOKEN, OIN_DEMO_STAFF_TOKEN and SAMPLE_SETUP_TOKEN. Ends with status 1 at the
 * first stage that does not come to what it should.
 */
public class Tour {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api isv;
    private final Api team;
    private final Api sample;
    private final String stamp;
    private int stage;

    Tour(Api isv, Api team, Api sample, String stamp) {
        this.isv = isv;
        this.team = team;
        this.sample = sample;
        this.stamp = stamp;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        var product = setting("OIN_URL", "http://localhost:8080");
        var tour = new Tour(
                new Api(product + "/api/v1", "Authorization", "Bearer " + setting("OIN_DEMO_ISV_TOKEN", "")),
                new Api(product + "/api/v1", "Authorization", "Bearer " + setting("OIN_DEMO_STAFF_TOKEN", "")),
                new Api(setting("SAMPLE_URL", "http://localhost:8090"), "X-Setup-Token", setting("SAMPLE_SETUP_TOKEN", "")),
                Long.toString(System.currentTimeMillis() / 1000, 36));
        try {
            if (List.of(args).contains("draft")) {
                System.out.printf("%nReady to submit: %s%n", tour.draftOidc());
                return;
            }
            if (args.length == 2 && args[0].equals("fix")) {
                System.out.printf("%nReady to submit again: %s%n", tour.fixOidc(args[1]));
                return;
            }
            if (args.length == 2 && args[0].equals("review")) {
                System.out.printf("%nPublished: %s%s%n", product, tour.review(args[1]));
                return;
            }
            var published = new ArrayList<String>();
            if (args.length == 0 || List.of(args).contains("saml")) {
                published.add(product + tour.walkSamlAndScim());
            }
            if (args.length == 0 || List.of(args).contains("oidc")) {
                published.add(product + tour.walkOidc());
            }
            System.out.printf("%nPublished %s. Look at %s%n", published.size() == 2 ? "twice" : "once", String.join(" and ", published));
        } catch (Stopped stopped) {
            System.out.printf("%nThe tour stopped: %s%n", stopped.getMessage());
            System.exit(1);
        }
    }

    private String walkSamlAndScim() throws Exception {
        System.out.println("== SAML 2.0 with SCIM 2.0");
        var urls = sample.post("/setup", "{\"jit\":true,\"weaknesses\":[]}");
        var submission = create("SAML", "SCIM");
        say("draft created", submission);
        configure(submission, """
                {"catalog": %s,
                 "variables": [],
                 "saml": {"acs_url": "%s", "audience": "%s", "config_guide_url": "%s",
                          "attributes": [{"name": "email", "values": "user.email"},
                                         {"name": "firstName", "values": "user.firstName"},
                                         {"name": "lastName", "values": "user.lastName"}]},
                 "scim": {"base_url": "%s", "objects": ["USERS", "GROUPS"], "auth_mode": "BEARER",
                          "user_ops": ["CREATE", "READ", "UPDATE", "DEACTIVATE"],
                          "group_ops": ["CREATE", "READ", "UPDATE", "DELETE"], "config_guide_url": "%s"}}
                """.formatted(
                        catalog("Sample HR " + stamp, "signs in with SAML and keeps its users up to date with SCIM"),
                        text(urls, "/saml/acs_url"), text(urls, "/saml/entity_id"), text(urls, "/config_guide_urls/saml"),
                        text(urls, "/scim/base_url"), text(urls, "/config_guide_urls/scim")));
        describeTests(submission, urls, """
                "saml_test": {"idp": true, "sp": true, "jit": true, "sp_url": "%s",
                              "sp_description": "Open the address; the app sends you to sign in."}
                """.formatted(text(urls, "/saml/sp_url")));
        say("pages 1 to 3 filled in", submission);

        var saml = generate(submission, "SAML");
        var scim = generate(submission, "SCIM");
        sample.post("/setup", "{\"saml\":{\"metadata_url\":\"%s\"},\"jit\":true}".formatted(text(saml, "/saml/metadata_url")));
        isv.patch("/instances/" + id(scim), "{\"scim\":{\"token\":\"%s\"}}".formatted(text(urls, "/scim/token")));
        prepareTester(submission, saml, "SAML");
        say("instances generated and connected", submission);

        run(submission, "submission-tester", saml);
        run(submission, "scim-spec", scim);
        run(submission, "scim-crud", scim);
        submit(submission);
        say("submitted through the gates", submission);

        decide(submission, "RETURN", """
                [{"check": "IR-DS-4", "field": "catalog.description", "severity": "MUST_FIX",
                  "text": "Say in one sentence what an administrator gains."}]""");
        await(submission, "ISV_REVIEW");
        say("returned with one issue", submission);
        reply(submission, "The second sentence of the description says it.");
        await(submission, "INITIAL_REVIEW");
        say("answered", submission);

        return review(submission);
    }

    private String walkOidc() throws Exception {
        var submission = draftOidc();
        submit(submission);
        say("submitted through the gates", submission);
        return review(submission);
    }

    /** A draft with its tests run, ready to submit. */
    private String draftOidc() throws Exception {
        System.out.println("== OIDC");
        var urls = sample.post("/setup", "{\"jit\":true,\"weaknesses\":[]}");
        var submission = create("OIDC");
        say("draft created", submission);
        configureOidc(submission, urls, "signs in with OpenID Connect");
        describeTests(submission, urls, """
                "oidc_test": {"jit": true, "sp_url": "%s"}
                """.formatted(text(urls, "/oidc/sp_url")));
        say("pages 1 to 3 filled in", submission);

        return installAndTestOidc(submission, urls);
    }

    /** Changes what it says of itself; the edit asks for a new instance and new results. */
    private String fixOidc(String submission) throws Exception {
        System.out.println("== OIDC, fixed");
        var urls = sample.post("/setup", "{\"jit\":true,\"weaknesses\":[]}");
        configureOidc(submission, urls, "signs in with OpenID Connect and signs out everywhere");
        say("pages edited", submission);
        return installAndTestOidc(submission, urls);
    }

    private void configureOidc(String submission, JsonNode urls, String words) throws Exception {
        configure(submission, """
                {"catalog": %s,
                 "variables": [],
                 "oidc": {"redirect_uris": ["%s"], "initiate_login_uri": "%s", "post_logout_uris": ["%s"],
                          "config_guide_url": "%s", "scopes": ["openid", "profile", "email"], "server_side_confirmed": true}}
                """.formatted(
                        catalog("Sample Pay " + stamp, words),
                        text(urls, "/oidc/redirect_uri"), text(urls, "/oidc/initiate_login_uri"),
                        text(urls, "/oidc/post_logout_uri"), text(urls, "/config_guide_urls/oidc")));
    }

    private String installAndTestOidc(String submission, JsonNode urls) throws Exception {
        var oidc = generate(submission, "OIDC");
        sample.post("/setup", """
                {"oidc": {"issuer": "%s", "client_id": "%s", "client_secret": "%s"}, "jit": true}
                """.formatted(text(oidc, "/oidc/issuer"), text(oidc, "/oidc/client_id"), text(oidc, "/oidc/client_secret")));
        prepareTester(submission, oidc, "OIDC");
        say("instance generated and connected", submission);
        run(submission, "submission-tester", oidc);
        return submission;
    }

    /** Initial review, QA with its automated checks, publication. */
    private String review(String submission) throws Exception {
        decide(submission, "APPROVE", "[]");
        await(submission, "QA_TESTING");
        say("initial review passed", submission);
        awaitTask(submission, "verifyInQa");
        say("QA's automated checks ran", submission);
        for (var run : items(team.get("/submissions/" + submission + "/runs"))) {
            sayWhatIsWrong(team.get("/runs/" + id(run)));
        }
        decide(submission, "APPROVE", "[]");
        await(submission, "PUBLISHED");
        say("published", submission);
        var name = text(isv.get("/submissions/" + submission), "/configuration/catalog/display_name");
        var found = items(isv.get("/catalog?query=" + name.replace(" ", "%20"))).stream()
                .filter(item -> name.equals(item.path("display_name").asText(item.path("name").asText())))
                .findFirst()
                .orElseThrow(() -> new Stopped(name + " is not in the catalog"));
        return "/catalog/" + found.path("slug").asText();
    }

    private String create(String... protocols) throws Exception {
        return id(isv.post("/submissions", JSON.writeValueAsString(Map.of("protocols", protocols))));
    }

    private void configure(String submission, String configuration) throws Exception {
        isv.put("/submissions/" + submission + "/configuration", configuration, etag(submission));
        isv.putImage("/submissions/" + submission + "/logo", logo(), etag(submission));
    }

    private void describeTests(String submission, JsonNode urls, String flows) throws Exception {
        isv.put("/submissions/" + submission + "/test-information", """
                {"account_url": "%s", "username": "isvtest@acme.test", "password": "%s", "support_contact": "oin-support@acme.test",
                 "instructions": "Open the account address, sign in, and choose People to add test users. SCIM: base URL and token are shown under Settings.",
                 %s}""".formatted(text(urls, "/account_url"), "Tour-" + stamp + "-secret", flows), etag(submission));
        var problems = isv.get("/submissions/" + submission).path("problems");
        for (var problem : problems) {
            if (!"WARNING".equals(problem.path("severity").asText())) {
                throw new Stopped("the draft has problems: " + problems);
            }
        }
    }

    private JsonNode generate(String submission, String protocol) throws Exception {
        return isv.post("/submissions/" + submission + "/instances", """
                {"kind": "CURRENT", "protocols": ["%s"], "label": "Sample %s %s", "variables": {}}
                """.formatted(protocol, protocol, stamp));
    }

    private void prepareTester(String submission, JsonNode instance, String protocol) throws Exception {
        var person = isv.post("/people", """
                {"given_name": "Ada", "family_name": "Lovelace", "email": "ada.%s.%s@acme.test"}
                """.formatted(protocol.toLowerCase(Locale.ROOT), stamp));
        isv.post("/instances/" + id(instance) + "/assignments", "{\"person_id\":\"%s\"}".formatted(id(person)));
        isv.put("/submissions/" + submission + "/tester/" + protocol + "/CURRENT",
                "{\"instance_id\":\"%s\"}".formatted(id(instance)), null);
    }

    private void run(String submission, String suite, JsonNode instance) throws Exception {
        var run = isv.post("/submissions/" + submission + "/runs",
                "{\"suite\":\"%s\",\"instance_id\":\"%s\"}".formatted(suite, id(instance)));
        var end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        var state = run;
        while (!List.of("FINISHED", "CANCELLED").contains(state.path("status").asText())) {
            if (System.nanoTime() > end) {
                throw new Stopped(suite + " did not finish within 10 minutes: " + state);
            }
            state = isv.get("/runs/" + id(run) + "?wait=60");
        }
        var verdict = state.path("verdict").asText();
        System.out.printf("   %-18s %s, %d results%n", suite, verdict, state.path("results").size());
        sayWhatIsWrong(state);
        if (!List.of("PASSED", "WARNED").contains(verdict)) {
            throw new Stopped(suite + " came to " + verdict + ", run " + id(run));
        }
    }

    private static void sayWhatIsWrong(JsonNode run) {
        for (var result : run.path("results")) {
            if (List.of("FAILED", "ERRORED", "INCONCLUSIVE").contains(result.path("verdict").asText())) {
                System.out.printf("     %s %s: expected %s; seen %s%n", result.path("check").asText(),
                        result.path("verdict").asText(), result.path("expected").asText(), result.path("observed").asText());
            }
        }
    }

    /** The sample app was made for these cases; a person of an ISV goes through them by hand. */
    private void passManualPlan(String submission) throws Exception {
        var findings = new ArrayList<ObjectNode>();
        for (var planned : isv.get("/submissions/" + submission + "/manual-plan").path("items")) {
            if (planned.path("applies").asBoolean() && planned.path("result").asText("").isEmpty()) {
                findings.add(JSON.createObjectNode()
                        .put("id", planned.path("id").asText())
                        .put("result", "PASS")
                        .put("note", "Tried with the sample application."));
            }
        }
        if (!findings.isEmpty()) {
            isv.put("/submissions/" + submission + "/manual-plan", JSON.writeValueAsString(findings), etag(submission));
        }
    }

    private void submit(String submission) throws Exception {
        passManualPlan(submission);
        isv.put("/submissions/" + submission + "/certification", "{\"certified\":true}", etag(submission));
        var gate = isv.get("/submissions/" + submission + "/gate");
        if (!gate.path("open").asBoolean()) {
            throw new Stopped("the gate is closed: " + gate.path("requirements"));
        }
        isv.post("/submissions/" + submission + "/submit", "{\"certified\":true}", etag(submission));
        await(submission, "INITIAL_REVIEW");
    }

    private void reply(String submission, String answer) throws Exception {
        var answers = new ArrayList<ObjectNode>();
        for (var issue : items(isv.get("/submissions/" + submission + "/issues"))) {
            answers.add(JSON.createObjectNode().put("issue", issue.path("number").asInt()).put("text", answer));
        }
        isv.post("/submissions/" + submission + "/reply", JSON.writeValueAsString(Map.of("answers", answers)), etag(submission));
    }

    private void decide(String submission, String outcome, String issues) throws Exception {
        var items = new ArrayList<ObjectNode>();
        if (outcome.equals("APPROVE")) {
            for (var item : team.get("/reviews/" + submission).path("checklist")) {
                if (item.path("result").asText("").isEmpty() || item.path("result").isNull()) {
                    // What needs a run that this product does not offer yet is left out with the reason.
                    var result = item.path("blocked").asBoolean() ? "NA" : "PASS";
                    items.add(JSON.createObjectNode().put("id", item.path("id").asText()).put("result", result).put("note", "Tour: " + item.path("seen").asText()));
                }
            }
            team.post("/reviews/" + submission + "/claim", "{}");
            team.put("/reviews/" + submission + "/checklist", JSON.writeValueAsString(items), null);
        }
        team.post("/reviews/" + submission + "/decision",
                "{\"outcome\":\"%s\",\"issues\":%s,\"note\":\"Tour\"}".formatted(outcome, issues));
    }

    private void await(String submission, String wanted) throws Exception {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        var state = isv.get("/submissions/" + submission).path("state").asText();
        while (!state.equals(wanted)) {
            if (System.nanoTime() > end) {
                throw new Stopped("the submission is in " + state + ", not in " + wanted);
            }
            state = isv.get("/submissions/" + submission + "?wait=30&until_not=" + state).path("state").asText();
        }
    }

    private void awaitTask(String submission, String task) throws Exception {
        var end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (items(team.get("/reviews?phase=QA_TESTING&size=200")).stream()
                .noneMatch(item -> submission.equals(item.path("submission_id").asText())
                        && task.equals(item.path("task").asText(task)))) {
            if (System.nanoTime() > end) {
                throw new Stopped("no task " + task + " within 10 minutes");
            }
            Thread.sleep(1_000);
        }
    }

    private String etag(String submission) throws Exception {
        return isv.etag("/submissions/" + submission);
    }

    private void say(String what, String submission) throws Exception {
        var now = isv.get("/submissions/" + submission);
        System.out.printf("%2d %-34s %-15s waits for %-6s %s%n", ++stage, what, now.path("state").asText(),
                now.path("waits_for").asText(), now.path("expected_date").isTextual() ? "expected " + now.path("expected_date").asText() : "");
    }

    private static String catalog(String name, String what) {
        return """
                {"display_name": "%s", "description": "Sample for small companies. It %s. Administrators save the work of managing accounts by hand.",
                 "use_cases": ["Automation"], "public_support": {"email": "help@acme.test"}}""".formatted(name, what);
    }

    private static byte[] logo() throws IOException {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(18));
        pen.setColor(new Color(0x0A5BB5));
        pen.drawOval(40, 40, 120, 120);
        pen.drawLine(60, 140, 140, 60);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String id(JsonNode node) {
        return text(node, "/id");
    }

    private static String text(JsonNode node, String pointer) {
        var value = node.at(pointer);
        if (!value.isTextual()) {
            throw new Stopped("no " + pointer + " in " + node);
        }
        return value.asText();
    }

    private static List<JsonNode> items(JsonNode list) {
        var items = list.isArray() ? list : list.path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).orElse(otherwise);
    }

    /** The tour cannot go on. */
    static class Stopped extends RuntimeException {
        Stopped(String why) {
            super(why);
        }
    }

    /** One caller of one HTTP API. */
    static class Api {

        /** For how long reading is tried again while the product is being restarted. */
        private static final Duration OUTAGE = Duration.ofMinutes(3);

        private final HttpClient http = HttpClient.newHttpClient();
        private final String base;
        private final String header;
        private final String credentials;

        Api(String base, String header, String credentials) {
            this.base = base;
            this.header = header;
            this.credentials = credentials;
        }

        JsonNode get(String path) throws Exception {
            var end = System.nanoTime() + OUTAGE.toNanos();
            while (true) {
                try {
                    return json(send("GET", path, BodyPublishers.noBody(), "application/json", null));
                } catch (IOException away) {
                    if (System.nanoTime() > end) {
                        throw away;
                    }
                    Thread.sleep(500);
                }
            }
        }

        String etag(String path) throws Exception {
            return send("GET", path, BodyPublishers.noBody(), "application/json", null).headers().firstValue("ETag")
                    .orElseThrow(() -> new Stopped("no ETag at " + path));
        }

        JsonNode post(String path, String body) throws Exception {
            return post(path, body, null);
        }

        JsonNode post(String path, String body, String ifMatch) throws Exception {
            return json(send("POST", path, BodyPublishers.ofString(body), "application/json", ifMatch));
        }

        JsonNode put(String path, String body, String ifMatch) throws Exception {
            return json(send("PUT", path, BodyPublishers.ofString(body), "application/json", ifMatch));
        }

        JsonNode patch(String path, String body) throws Exception {
            return json(send("PATCH", path, BodyPublishers.ofString(body), "application/json", null));
        }

        void putImage(String path, byte[] image, String ifMatch) throws Exception {
            send("PUT", path, BodyPublishers.ofByteArray(image), "image/png", ifMatch);
        }

        private static JsonNode json(HttpResponse<String> answer) throws IOException {
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        }

        private HttpResponse<String> send(
                String method, String path, HttpRequest.BodyPublisher body, String type, String ifMatch) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(150))
                    .header(header, credentials)
                    .header("Content-Type", type)
                    .header("Accept", "application/json")
                    .method(method, body);
            if (ifMatch != null) {
                request.header("If-Match", ifMatch);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new Stopped(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        }
    }
}
