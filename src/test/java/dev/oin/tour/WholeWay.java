package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;

/** The life of one integration with OIDC, SCIM and Universal Logout as its ISV leads it: every step is a click on a page or a field filled in, no address is typed. */
final class WholeWay {

    private static final String NAME = "Whole Way HR";
    private static final By VERDICT = By.cssSelector("#run-head .chip");
    private static final By AGAIN = By.xpath("//button[starts-with(normalize-space(), 'Rerun failed')]");
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final RunningProduct product;
    private final Person isv;
    private final Path files;
    private String submission = "";

    WholeWay(RunningProduct product, Person isv, Path files) {
        this.product = product;
        this.isv = isv;
        this.files = files;
    }

    /** The submission that was handed in last. */
    String submission() {
        return submission;
    }

    /** Pages 1 to 4. */
    void fromNothingToSubmitted() throws IOException {
        var app = product.setUp("{\"jit\":true,\"weaknesses\":[]}");
        isv.press("Build new OIN integration");
        for (var protocol : List.of("OIDC", "SCIM", "UNIVERSAL_LOGOUT")) {
            isv.click(By.cssSelector("input[name=protocols][value=%s]".formatted(protocol)));
        }
        isv.press("Configure your integration");
        isv.reads("Universal Logout properties");
        configure(app);
        isv.press("Get started with testing");
        isv.reads("Enter test information");
        describeTests(app);
        isv.press("Test your integration");
        isv.reads("Required app instances");

        isv.press("Generate 2 missing");
        isv.reads("2 instances generated");
        connectOidc("v1", isv.words(By.id("client-secret")));
        isv.press("Turn on logout");
        isv.reads("Logout on");
        runTester("Submission Tester: OIDC");
        proveTheRest(app);
        submit();
    }

    /** The installed copy was cleared away, so that the published version is installed anew (EL-3); then a variable comes in, and an address that uses it. */
    void updateThePublishedOne() throws IOException {
        var app = product.setUp("{}");
        isv.follow("Integrations");
        isv.follow(NAME);
        clearAway();
        isv.press("Edit integration");
        isv.reads("Application instance not detected");
        isv.follow("Generate instance");
        isv.press("Done");
        isv.reads("Update of published version 1.");
        isv.press("Add variable");
        isv.fill("variables-0-label", "Region");
        isv.fill("variables-0-name", "region");
        isv.fill(
                "oidc-initiate-login-uri",
                text(app, "/oidc/initiate_login_uri") + "{app.region == 'eu' ? '?region=eu' : ''}");
        isv.press("Get started with testing");
        isv.reads("Enter test information");
        isv.fill("test-password", "Another-secret-2");
        isv.press("Test your integration");
        isv.reads("Required app instances");

        secretOf("v1");
        connectOidc("v1", isv.words(By.id("client-secret")));
        runTester("Submission Tester: OIDC as customers have it");
        isv.fill("variable-region", "eu");
        isv.press("Generate 2 missing");
        isv.reads("2 instances generated");
        connectOidc("v2", isv.words(By.id("client-secret")));
        isv.press("Turn on logout");
        isv.reads("Logout on");
        runTester("Submission Tester: OIDC");
        proveTheRest(app);
        submit();
    }

    private void configure(JsonNode app) throws IOException {
        isv.choose("logo", logo());
        isv.press("Upload logo");
        isv.reads("Logo saved.");
        Map.of(
                        "display-name",
                        NAME,
                        "description",
                        "Keeps staff records. Leavers lose access the same day.",
                        "public-support-email",
                        "help@acme.test",
                        "oidc-redirect-uris-0",
                        text(app, "/oidc/redirect_uri"),
                        "oidc-initiate-login-uri",
                        text(app, "/oidc/initiate_login_uri"),
                        "oidc-config-guide-url",
                        text(app, "/config_guide_urls/oidc"),
                        "scim-base-url",
                        text(app, "/scim/base_url"),
                        "scim-config-guide-url",
                        text(app, "/config_guide_urls/scim"),
                        "ul-endpoint",
                        text(app, "/logout/endpoint"))
                .forEach(isv::fill);
        for (var box : List.of(
                "oidc-server-side-confirmed",
                "scim-auth-mode-BEARER",
                "scim-user-ops-CREATE",
                "scim-user-ops-UPDATE",
                "scim-user-ops-DEACTIVATE")) {
            isv.click(By.id(box));
        }
    }

    private void describeTests(JsonNode app) {
        Map.of(
                        "test-account-url", text(app, "/account_url"),
                        "test-username", "isvtest@acme.test",
                        "test-password", "Whole-way-secret-1",
                        "test-support-contact", "oin-support@acme.test",
                        "test-instructions", "Open the account address, sign in, and choose People to add test users.",
                        "oidc-test-sp-url", text(app, "/oidc/sp_url"))
                .forEach(isv::fill);
        isv.click(By.id("oidc-test-jit-true"));
    }

    /** The installed copies of the published version are found by way of a run of it. */
    private void clearAway() {
        isv.click(By.partialLinkText("Runs"));
        isv.follow("Submission tester");
        isv.follow("Test");
        open("OIDC, v1");
        isv.follow("Deactivate");
        isv.press("Deactivate");
        isv.reads("Inactive");
        open("OIDC, v1");
        isv.follow("Delete");
        isv.press("Delete instance");
        isv.reads("No instance detected");
        isv.follow(NAME);
    }

    private void connectOidc(String version, String secret) throws IOException {
        open("OIDC, " + version);
        product.setUp("{\"oidc\":{\"issuer\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\"},\"jit\":true}"
                .formatted(value("OIDC issuer"), value("Client ID"), secret));
    }

    private void secretOf(String version) {
        open("OIDC, " + version);
        isv.press("Show client secret");
        isv.reads("The OIDC client secret.");
    }

    /** What was generated just now lies open already. */
    private void open(String instance) {
        isv.awaits(By.xpath("//details/summary[contains(., '%s')]".formatted(instance)));
        if (!isv.sees(By.xpath("//details[@open]/summary[contains(., '%s')]".formatted(instance)))) {
            isv.click(By.xpath("//details[not(@open)]/summary[contains(., '%s')]".formatted(instance)));
        }
    }

    private String value(String name) {
        return isv.words(By.xpath("//dt[.='%s']/following-sibling::dd[1]//code".formatted(name)));
    }

    private void runTester(String title) {
        run(By.xpath("//section[.//h2[normalize-space()='%s']]//button[starts-with(normalize-space(), 'Run all')]"
                .formatted(title)));
    }

    private void proveTheRest(JsonNode app) {
        isv.fill(By.name("token"), text(app, "/scim/token"));
        isv.press("Save credentials");
        isv.reads("The server accepts the credentials");
        for (var suite : List.of("Run SCIM SPEC", "Run SCIM CRUD")) {
            run(By.xpath("//button[normalize-space()='%s']".formatted(suite)));
        }
        run(By.xpath("(//button[starts-with(@aria-label, 'Run the logout checks on')])[1]"));
        isv.follow("Open the checklist");
        isv.press("I did them all: mark the open ones as passed");
        isv.reads("Open or failed: 0.");
        isv.follow("Back to the Test page");
    }

    /** What comes to no result, as a busy machine may cause it, is asked once more, as a person would. */
    private void run(By button) {
        isv.click(button);
        awaitEnd();
        if (isv.sees(AGAIN) && isv.words(VERDICT).equals("Inconclusive")) {
            isv.click(AGAIN);
            isv.loses(AGAIN);
            awaitEnd();
        }
        assertThat(isv.words(VERDICT)).as(isv.text()).isEqualTo("Passed");
        isv.follow("Test");
    }

    private void awaitEnd() {
        isv.awaits(By.id("run-head"));
        isv.loses(By.id("run-progress"), LONGEST_RUN);
    }

    private void submit() {
        isv.reads("1 not met: Certify");
        isv.click(By.id("certified"));
        isv.press("Submit integration");
        isv.reads("Submitted. The OIN team has it now");
        submission = isv.path().split("/")[2];
    }

    private Path logo() throws IOException {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setStroke(new BasicStroke(18));
        pen.setColor(new Color(0x0A5BB5));
        pen.drawOval(40, 40, 120, 120);
        pen.dispose();
        var file = files.resolve("logo.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static String text(JsonNode node, String pointer) {
        return Objects.requireNonNull(node.at(pointer).textValue(), pointer);
    }
}
