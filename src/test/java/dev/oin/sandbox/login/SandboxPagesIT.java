package dev.oin.sandbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.FixtureSite;
import dev.oin.checks.browser.Browser.Terms;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.browser.TestBrowser;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.People;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.SandboxTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox's pages in a real browser, which enforces their policy: forms lead to the app, and from there to wherever the app sends the person. */
@SandboxTest
class SandboxPagesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static TestBrowser browser;

    private final AcmeSandbox acme;
    private final SandboxAddresses addresses;
    private final FixtureSite app = new FixtureSite();
    private final FixtureSite landing = new FixtureSite();
    private AcmeSandbox.Org org;

    @Autowired
    SandboxPagesIT(
            JdbcClient client,
            HandedIn handedIn,
            People people,
            GenerateInstance generate,
            Assignments assignments,
            SandboxAddresses addresses) {
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
        this.addresses = addresses;
    }

    @BeforeAll
    static void startBrowser() {
        browser = new TestBrowser();
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
    }

    @BeforeEach
    void serve() {
        org = acme.organization();
        landing.page("/landed", "<h1>Landed</h1>");
        app.serve("/acs", asked -> FixtureSite.Answer.redirect(landing.at("/landed")));
        app.serve("/callback", asked -> FixtureSite.Answer.redirect(landing.at("/landed")));
    }

    @AfterEach
    void stop() {
        app.close();
        landing.close();
    }

    @Test
    void a_person_signs_in_chooses_a_tile_and_ends_where_the_app_leads() {
        var ada = acme.person(org, "ada@acme.example");
        acme.assign(
                acme.samlInstance(org, app.at("/acs").toString(), "https://app.example")
                        .instance(),
                ada);
        acme.assign(
                acme.oidcInstance(org, app.at("/callback").toString(), null, "https://app.example/bye")
                        .instance(),
                ada);

        var text = browser.browser().inFreshContext(Terms.within(Duration.ofMinutes(2)), tab -> {
            tab.open(URI.create(addresses.home(org.id())));
            keep(tab, "login");
            signIn(tab, "wrong password");
            tab.await(SOON, () -> tab.shows(".problem"));
            keep(tab, "wrong-password");
            signIn(tab, AcmeSandbox.PASSWORD);
            tab.await(SOON, () -> tab.shows("a.tile"));
            keep(tab, "home");
            tab.click("a.tile");
            tab.await(SOON, () -> tab.url().getPath().equals("/landed"));
            return tab.text();
        });

        assertThat(text).contains("Landed");
    }

    @Test
    void the_sign_in_form_may_lead_through_the_provider_to_the_app_and_on() {
        var ada = acme.person(org, "ada@acme.example");
        var generated = acme.oidcInstance(org, app.at("/callback").toString(), null, "https://app.example/bye");
        acme.assign(generated.instance(), ada);
        var request =
                addresses.issuer(org.id()) + "/oauth2/authorize?response_type=code&scope=openid&state=s&client_id="
                        + generated.instance().clientId() + "&redirect_uri=" + app.at("/callback");

        var text = browser.browser().inFreshContext(Terms.within(Duration.ofMinutes(2)), tab -> {
            tab.open(URI.create(request));
            signIn(tab, AcmeSandbox.PASSWORD);
            tab.await(SOON, () -> tab.url().getPath().equals("/landed"));
            return tab.text();
        });

        assertThat(text).contains("Landed");
    }

    @Test
    void a_request_that_cannot_be_answered_is_explained() {
        acme.oidcInstance(org, app.at("/callback").toString(), null, "https://app.example/bye");
        var request = addresses.issuer(org.id()) + "/oauth2/authorize?response_type=code&scope=openid&client_id=nobody";

        var text = browser.browser().inFreshContext(Terms.within(Duration.ofMinutes(2)), tab -> {
            tab.open(URI.create(request));
            keep(tab, "problem");
            return tab.text();
        });

        assertThat(text).contains("You cannot be signed in", "client_id is not that of an active");
    }

    private static void signIn(BrowserTab tab, String password) {
        tab.await(SOON, () -> tab.shows("#password") && isStyled(tab));
        tab.type("#email", "ada@acme.example");
        tab.type("#password", password);
        tab.click("#sign-in");
    }

    /** Before the style sheet is there, the button is elsewhere. */
    private static boolean isStyled(BrowserTab tab) {
        return tab.exchanges().stream()
                .anyMatch(exchange -> exchange.url().getPath().endsWith("/sandbox.css") && exchange.status() == 200);
    }

    private static void keep(BrowserTab tab, String name) {
        tab.screenshot().ifPresent(png -> {
            try {
                var folder = Files.createDirectories(Path.of("target/screens"));
                Files.write(folder.resolve("sandbox-" + name + ".png"), png);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
